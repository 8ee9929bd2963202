import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a request said, and the answer that is to be given to it. */
export type Asked = { readonly method: string; readonly path: string; readonly authorization: string | undefined }
export type Answer = { readonly status: number; readonly body: string } | 'silence'

export type LocalSupplier = { readonly url: string; readonly asked: Asked[]; close(): Promise<void> }

/** A server on this machine that answers as a supplier of look-ups does. */
export async function localSupplier(answer: (asked: Asked) => Answer): Promise<LocalSupplier> {
  const asked: Asked[] = []
  const server = createServer((request: IncomingMessage, response) => {
    const { method = '', url = '', headers } = request
    const own = { method, path: url, authorization: headers.authorization }
    asked.push(own)
    const given = answer(own)
    if (given === 'silence') return
    response.writeHead(given.status, { 'content-type': 'application/json' }).end(given.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export const json = (body: unknown, status = 200): Answer => ({ status, body: JSON.stringify(body) })
