import { readFiles } from '../src/extract/attached/read-files.ts'
import type { Collected } from '../src/extract/attached/read-files.ts'
import { READ_LIMITS } from '../src/extract/read-limits.ts'
import type { Engines } from '../src/extract/engines.ts'
import type { ReadLimits } from '../src/extract/read-limits.ts'
import { textPart } from '../src/extract/readable-parts.ts'

/** Reads one file as if it came with a mail that says `body`; pictures and PDFs by engines that see nothing, else `engines`. */
export async function readAttached(
  bytes: Uint8Array,
  {
    name = null,
    type = 'application/octet-stream',
    body = '',
    limits = {},
    engines = {},
  }: {
    name?: string | null
    type?: string
    body?: string
    limits?: Partial<ReadLimits>
    engines?: Partial<Engines>
  } = {},
): Promise<Collected & { texts: string[]; codes: string[]; seen: string }> {
  const all: ReadLimits = { ...READ_LIMITS, ...limits }
  const collected: Collected = { parts: [], attachments: [], issues: [] }
  if (body) collected.parts.push(textPart('body', body, all, collected.issues))
  await readFiles([{ name, type, bytes }], { ...blindEngines, ...engines }, all, collected)
  const parts = collected.parts.slice(body ? 1 : 0)
  return {
    ...collected,
    parts,
    texts: parts.map(({ kind, text }) => `${kind}: ${text}`),
    codes: collected.issues.map(({ code }) => code),
    seen: parts
      .map(({ text, hidden }) =>
        hidden.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text),
      )
      .join('\n'),
  }
}

export const blindEngines: Engines = {
  readPdf: async () => ({ pages: [], issue: null, facts: null, files: [], filesLeft: 0 }),
  readPicture: async () => ({ text: '', codes: [], pictureHash: null, issue: null }),
}
