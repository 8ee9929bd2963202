import { expect, test } from 'vitest'
import { isOwnHost } from './guard.ts'

test.each(['localhost:8480', '127.0.0.1:8480', '[::1]:8480', '192.168.1.7', 'LOCALHOST', 'ringtrace.lan:80'])(
  '%s is this server',
  (host) => {
    expect(isOwnHost(host, ['ringtrace.lan'])).toBe(true)
  },
)

test.each(['rebound.example:8480', '', 'localhost.example', '127.0.0.1.example', 'localhost/x', 'a@rebound.example'])(
  'a page that reaches us as "%s" is turned away',
  (host) => {
    expect(isOwnHost(host, [])).toBe(false)
  },
)
