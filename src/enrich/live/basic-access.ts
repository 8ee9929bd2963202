/** The header of HTTP's basic access. In: key, `user:password`. Source: RFC 7617. */
export function basicAccess(key: string): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(key).toString('base64')}` }
}
