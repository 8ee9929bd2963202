import { expect, test, vi } from 'vitest'
import { printJson } from './output.ts'

test('JSON lines hold nothing that steers a terminal, and say the same', async () => {
  const hostile = { name: 'a\u009B31m\u202Eb\u200B\u{E0041}\u007F', subject: 'über 📞' }
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await printJson(hostile)
  const line = String(written.mock.calls[0]?.[0])
  written.mockRestore()
  expect(line).toBe('{"name":"a\\u009b31m\\u202eb\\u200b\\udb40\\udc41\\u007f","subject":"über 📞"}\n')
  expect(JSON.parse(line)).toEqual(hostile)
})
