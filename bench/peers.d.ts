/** Peers that ship no types; what the benchmarks use of them. */
declare module 'mailparser' {
  type Mail = {
    readonly subject?: string
    readonly text?: string
    readonly html?: string | false
    readonly from?: { readonly value: readonly { readonly name?: string; readonly address?: string }[] }
    readonly attachments: readonly { readonly content: Uint8Array }[]
  }
  type Options = {
    readonly skipHtmlToText?: boolean
    readonly skipTextToHtml?: boolean
    readonly skipImageLinks?: boolean
  }
  export function simpleParser(source: Uint8Array | string, options?: Options): Promise<Mail>
}

declare module 'html-to-text' {
  export function convert(html: string, options?: { wordwrap?: number | false }): string
}
