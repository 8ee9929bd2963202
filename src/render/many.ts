/** How many of something. @example many(1, 'mail') // => '1 mail' @example many(2846, 'mail') // => '2,846 mails' */
export function many(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`
}
