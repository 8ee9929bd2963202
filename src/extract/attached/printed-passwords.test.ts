import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printedPasswords } from './printed-passwords.ts'

test.each([
  ['Open it with the password: 7791 today', '7791'],
  ['Senha de acesso:9x7', '9x7'],
  ['Das Kennwort lautet „Sommer 2026“.', 'Sommer 2026'],
  ['Use PIN 1234 to open', '1234'],
  ['Le mot de passe est Facture-88', 'Facture-88'],
  ['La contraseña es abc123.', 'abc123'],
  ['Código de acesso = 0192', '0192'],
  ['Invoice #INV-20931 is attached, its number opens the file', 'INV-20931'],
])('of "%s" the password is tried first', (text, password) => {
  expect(printedPasswords(text)[0]).toBe(password)
})

test('a mail that says nothing of a password has none to try', () => {
  expect(printedPasswords('Please find the document attached. Kind regards')).toEqual([])
})

test('there are few to try, whatever a mail says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('password', 'pin', '"', 'a1', 'x', ':', '#9', ' ', '„'), { maxLength: 900 }),
      (words) => {
        expect(printedPasswords(words.join(' ')).length).toBeLessThanOrEqual(36)
      },
    ),
  )
})
