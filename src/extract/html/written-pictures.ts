import type { FileInside } from '../opened.ts'
import type { Picture } from './markup.ts'

const MOST_PICTURES = 50
const DATA_ADDRESS = /^data:(image\/[a-z0-9.+-]{1,40})((?:;[^,;]{0,100}){0,10}),/i

/** Pictures that are written into the HTML itself, as `data:` addresses; those that it hides, too. */
export function writtenPictures(pictures: readonly Picture[]): FileInside[] {
  return pictures
    .flatMap(({ src, isVisible }) => {
      const [head, type = '', parameters = ''] = DATA_ADDRESS.exec(src.slice(0, 2_000)) ?? []
      if (head === undefined) return []
      const content = src.slice(head.length)
      const bytes = /;base64$/i.test(parameters.trim())
        ? Buffer.from(unescaped(content), 'base64')
        : percentDecoded(content)
      return bytes.length > 0 ? [{ name: null, type: type.toLowerCase(), bytes, isHidden: !isVisible }] : []
    })
    .slice(0, MOST_PICTURES)
}

/** Base64 as addresses carry it. */
function unescaped(content: string): string {
  return content.replace(/%2B/gi, '+').replace(/%2F/gi, '/').replace(/%3D/gi, '=')
}

function percentDecoded(content: string): Uint8Array {
  return Buffer.from(
    content.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
}
