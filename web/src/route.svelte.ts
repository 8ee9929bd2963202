export type Route =
  | { readonly page: 'overview' | (typeof PLAIN)[number] }
  | { readonly page: 'rings'; readonly offset: number }
  | { readonly page: 'number'; readonly number: string }
  | { readonly page: 'ring'; readonly id: string }
  | { readonly page: 'lost' }

export const to = {
  overview: '#/',
  rings: '#/rings',
  numbers: '#/numbers',
  campaigns: '#/campaigns',
  blocks: '#/blocks',
  forecast: '#/forecast',
  providers: '#/providers',
  mail: '#/mail',
  number: (e164: string): string => `#/numbers/${e164}`,
  ring: (id: string): string => `#/rings/${id}`,
}

const PLAIN = ['numbers', 'campaigns', 'blocks', 'forecast', 'providers', 'mail'] as const

const isPlain = (page: string): page is (typeof PLAIN)[number] => (PLAIN as readonly string[]).includes(page)

function read(hash: string): Route {
  const [page = '', ...rest] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent)
  const [id] = rest
  if (page === '') return { page: 'overview' }
  if (page === 'numbers' && id) return { page: 'number', number: id }
  if (page === 'rings') return id ? { page: 'ring', id } : { page: 'rings', offset: 0 }
  if (isPlain(page)) return { page }
  return { page: 'lost' }
}

class Place {
  now = $state.raw<Route>(read(location.hash))

  constructor() {
    addEventListener('hashchange', () => {
      this.now = read(location.hash)
      document.querySelector('main')?.focus({ preventScroll: true })
      scrollTo(0, 0)
    })
  }

  go(hash: string): void {
    location.hash = hash
  }
}

export const place = new Place()
