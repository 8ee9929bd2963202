/**
 * The same items, the first of them fetched at once and not when somebody asks.
 *
 * What waits on stdin has to be this program's before an engine is opened in the process: at its first insert the engine
 * takes whatever bytes it finds there for rows.
 */
export function begun<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
  const iterator = items[Symbol.asyncIterator]()
  const first = iterator.next()
  // Told to whoever reads; until then it is no unhandled failure.
  first.catch(() => undefined)
  return rest()

  async function* rest(): AsyncGenerator<Item, void, undefined> {
    try {
      for (let next = await first; !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
}
