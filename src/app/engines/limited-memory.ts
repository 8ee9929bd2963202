import { IntelError } from '../../model/failures.ts'

const PAGE_BYTES = 64 * 1024

/**
 * Starts a WebAssembly engine of Emscripten's make with a limit on its memory: Emscripten grows the memory from
 * outside, through this object, and what it is refused, the engine does not get.
 *
 * Out: what the engine exports; its memory is the one export that is a memory, under whatever name.
 */
export function startLimited(
  code: WebAssembly.Module,
  imports: WebAssembly.Imports,
  mostBytes: number,
): { exports: WebAssembly.Exports; instance: WebAssembly.Instance; memory: WebAssembly.Memory } {
  const instance = new WebAssembly.Instance(code, imports)
  const memory = Object.values(instance.exports).find((own) => own instanceof WebAssembly.Memory)
  if (!memory) throw new IntelError('bad_config', 'an engine without memory')
  const grow = memory.grow.bind(memory)
  memory.grow = (pages) => {
    const wanted = memory.buffer.byteLength + pages * PAGE_BYTES
    if (wanted > mostBytes) throw new IntelError('limit_exceeded', `an engine wants ${wanted} bytes`)
    return grow(pages)
  }
  return { exports: instance.exports, instance, memory }
}

/** What an engine throws that broke on the bytes it was given, or did not get the memory it wanted. */
export function isBroken(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return true
  return error instanceof IntelError && error.code === 'limit_exceeded'
}
