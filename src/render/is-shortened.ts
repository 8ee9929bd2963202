/** Whether a spreadsheet took a number for a large figure and lost its last digits. @example '8.03714E+09' */
export function isShortened(text: string): boolean {
  return /^\s*\d([.,]\d{1,20})?E\+?\d{1,2}\s*$/i.test(text)
}
