/** One field of a header. key: its name in small letters; value: unfolded, its encoded words as they came. */
export type HeaderField = { readonly key: string; readonly value: string }

/** One part of a mail, the mail itself being the outermost. Everything in it is what the sender says. */
export type MailPart = {
  readonly headers: readonly HeaderField[]
  /** In small letters, `text/html`; what RFC 2045 takes where the header tells none. */
  readonly type: string
  /** Of the type, names in small letters: `charset`, `format`… */
  readonly params: ReadonlyMap<string, string>
  /** In small letters, `attachment`; null where the header tells none. */
  readonly disposition: string | null
  readonly name: string | null
  /** Without its angle brackets. */
  readonly contentId: string | null
  /** What is in it, as it was before it was encoded for its way; nothing where there are parts. */
  readonly bytes: Uint8Array
  /** What a multipart is put together of. A mail in a mail is not opened here: it is bytes. */
  readonly parts: readonly MailPart[]
}

/** The value of the first field of that name; '' where there is none. In: key, in small letters. */
export function headerOf(headers: readonly HeaderField[], key: string): string {
  return headers.find((field) => field.key === key)?.value ?? ''
}
