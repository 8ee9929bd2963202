import type { LiveAnswer, LiveResponse, LiveSupplier, SignalStatus } from '../../model/live-lookup.ts'

/** What a status of HTTP says of all signals; others of 400 and more are the supplier's own trouble. */
const BY_STATUS: Readonly<Record<number, SignalStatus>> = {
  400: 'invalid_input',
  401: 'unauthorized',
  403: 'unauthorized',
  404: 'not_found',
  422: 'invalid_input',
}

/** What a supplier said of each of its signals. */
export function answersOf(supplier: LiveSupplier, { status, json }: LiveResponse, askedAt: number): LiveAnswer[] {
  const isRead = status !== null && status >= 200 && status < 300 && json !== undefined
  const failed = (status !== null && BY_STATUS[status]) || 'supplier_error'
  const readings = isRead ? supplier.read(json) : {}
  return supplier.signals.map((signal) => {
    const about = { supplier: supplier.name, signal, askedAt }
    if (!isRead) return { ...about, status: failed, value: null }
    const reading = readings[signal] ?? { status: 'not_found' as const }
    return 'value' in reading
      ? { ...about, status: 'ok', value: reading.value }
      : { ...about, status: reading.status, value: null }
  })
}

/** The same where nobody was asked. */
export function unasked(supplier: LiveSupplier, status: SignalStatus, askedAt: number): LiveAnswer[] {
  return supplier.signals.map((signal) => ({ supplier: supplier.name, signal, status, value: null, askedAt }))
}
