/** Peers that ship no types; what the benchmarks use of them. */
declare module 'mailparser' {
  type Mail = { readonly subject?: string; readonly text?: string; readonly html?: string | false }
  export function simpleParser(source: Uint8Array | string, options?: { skipHtmlToText?: boolean }): Promise<Mail>
}

declare module 'html-to-text' {
  export function convert(html: string, options?: { wordwrap?: number | false }): string
}
