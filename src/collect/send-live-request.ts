import type { LiveRequest, LiveResponse } from '../model/live-lookup.ts'

/** More than any of these answers has. */
const MOST_BYTES = 256 * 1024

/**
 * Sends a request and reads the JSON that comes back. No redirect is followed: a key goes to whom it is for.
 *
 * Out: json is undefined where no JSON came; status is null where nothing came in time.
 */
export async function sendLiveRequest(
  { method, url, headers, body }: LiveRequest,
  timeoutMillis: number,
): Promise<LiveResponse> {
  try {
    const response = await fetch(url, {
      method,
      headers: { accept: 'application/json', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMillis),
    })
    const text = await readUpTo(response, MOST_BYTES)
    return { status: response.status, json: text === null ? undefined : parsed(text) }
  } catch (error) {
    // What fetch and its timer throw; the message may hold the address, which holds a key.
    if (error instanceof TypeError || error instanceof DOMException) return { status: null, json: undefined }
    throw error
  }
}

/** null where there is more. */
async function readUpTo(response: Response, most: number): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.length
    if (length > most) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
