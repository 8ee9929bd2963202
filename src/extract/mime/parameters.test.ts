import { expect, test } from 'vitest'
import { readParameters } from './parameters.ts'

test.each([
  ['quotes', 'text/plain; charset="utf-8"', { charset: 'utf-8' }],
  ['no quotes, and a comment', 'text/plain; charset=us-ascii (plain)', { charset: 'us-ascii' }],
  ['blanks and capitals', 'Text / Plain ;  CharSet = "utf-8" ;', { charset: 'utf-8' }],
  ['no semicolon before the first', 'text/plain charset=utf-8', { charset: 'utf-8' }],
  ['a name with blanks and no quotes', 'text/plain; name=my file.pdf; x=y', { name: 'my file.pdf', x: 'y' }],
  ['a semicolon and a quote in quotes', 'text/plain; name="a;\\"b\\".pdf"', { name: 'a;"b".pdf' }],
  ['a path of Windows', 'text/plain; name="C:\\a\\b.pdf"', { name: 'C:\\a\\b.pdf' }],
  ['a quote that nothing ends', 'text/plain; boundary="abc', { boundary: 'abc' }],
  ['an encoded word', 'text/plain; name="=?utf-8?Q?=C3=A4.pdf?="', { name: 'ä.pdf' }],
  ['a charset of its own', "text/plain; name*=iso-8859-1'de'%E4.pdf", { name: 'ä.pdf' }],
  ['pieces out of order', 'text/plain; name*1="b.pdf"; name*0="a"', { name: 'ab.pdf' }],
  ['pieces that share a letter', "text/plain; name*0*=utf-8''a%C3; name*1*=%A4.pdf", { name: 'aä.pdf' }],
  ['pieces encoded and not', "text/plain; name*0*=utf-8''%C3%A4; name*1=.p%64f", { name: 'ä.p%64f' }],
  ['the better of two', "text/plain; name=a.pdf; name*=utf-8''%C3%A4.pdf", { name: 'ä.pdf' }],
  ['the first of two', 'text/plain; boundary=a; boundary=b', { boundary: 'a' }],
  ['nothing after the name', 'text/plain; format; charset=utf-8', { charset: 'utf-8' }],
])('%s', (_what, field, params) => {
  const read = readParameters(field)
  expect([read.value, Object.fromEntries(read.params)]).toEqual(['text/plain', params])
})

test('a field without anything has no value', () => {
  expect(readParameters('').value).toBe('')
  expect(readParameters(';;=;"').value).toBe('')
})
