const EXTENSION =
  /^[\s,;(]{0,3}(?:(?:ext(?:ension|n)?|x|ramal|poste|durchwahl|dw|anexo|interno|toestel|int)[.:\s]{0,3}|#)(\d{1,6})(?!\d)/i
const WINDOW = 28

/** The extension that follows a number: `ext. 12`, `x12`, `ramal 204`; null where there is none. */
export function extensionAfter(text: string, end: number): string | null {
  return EXTENSION.exec(text.slice(end, end + WINDOW))?.[1] ?? null
}
