import type { PhoneNumber } from '../model/phone-number.ts'

/** Numbers that only virtual operators lend out: a table names the network they are on, and not who has them. */
export type VirtualRange = { readonly pattern: RegExp; readonly source: string }

const VIRTUAL: Readonly<Record<string, VirtualRange>> = {
  86: {
    pattern: /^\+861(?:6[257]|7[01])\d{8}$/,
    source: 'github.com/VincentSit/ChinaMobilePhoneNumberRegex, numbers of virtual operators',
  },
}

/** The range of virtual operators a number stands in; null for any other. In: callingCode of the number. */
export function virtualRange(number: PhoneNumber, callingCode: string): VirtualRange | null {
  const range = VIRTUAL[callingCode]
  return range?.pattern.test(number) ? range : null
}
