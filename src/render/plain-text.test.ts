import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('text from outside cannot steer a terminal', () => {
  expect(plainText('Pay\u001B[2J\u001B]0;pal\u0007\r\nnow\u202E!')).toBe('Pay [2J ]0;pal now !')
})
