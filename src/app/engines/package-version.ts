import { readFileSync } from 'node:fs'

/**
 * The version of an installed package.
 *
 * In:     file, of the package, as other code imports it: not every package lets its package.json be found.
 * Throws: where it is not installed.
 * @example packageVersion('tesseract.js-core') // => 'tesseract.js-core 7.0.0'
 */
export function packageVersion(file: string): string {
  for (let folder = new URL('.', import.meta.resolve(file)); folder.pathname !== '/'; folder = new URL('..', folder)) {
    const { name, version } = manifestIn(folder)
    if (name !== undefined && version !== undefined) return `${name} ${version}`
  }
  return file
}

function manifestIn(folder: URL): { name?: string; version?: string } {
  try {
    return JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}
