/** Fields that every mail has some of. */
const MAIL_FIELDS = new Set(
  (
    'from to subject date received message-id mime-version return-path delivered-to reply-to content-type ' +
    'x-received dkim-signature authentication-results sender cc'
  ).split(' '),
)

const MOST_LINES = 50
const LEAST_FIELDS = 2

/** Whether a text begins with the header of a mail. In: head, its first kilobytes. */
export function beginsLikeMail(head: string): boolean {
  const lines = head.replace(/^\uFEFF?\s+/, '').split(/\r?\n/, MOST_LINES)
  if (/^From \S/.test(lines[0] ?? '')) lines.shift()
  let known = 0
  for (const line of lines) {
    if (line === '') break
    const field = /^([!-9;-~]{1,76})[ \t]*:/.exec(line)?.[1]
    if (field === undefined && !/^[ \t]/.test(line)) return false
    if (field !== undefined && MAIL_FIELDS.has(field.toLowerCase())) known++
  }
  return known >= LEAST_FIELDS
}
