type Name = 'light' | 'dark'

const CHOSEN = 'ringtrace.theme'
const system = matchMedia('(prefers-color-scheme: dark)')

/** Follows the system until someone chooses; the first one was set before the first paint. Charts draw themselves again. */
class Theme {
  name = $state<Name>(document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light')

  constructor() {
    system.addEventListener('change', () => {
      if (localStorage.getItem(CHOSEN) === null) this.#show(system.matches ? 'dark' : 'light')
    })
  }

  toggle(): void {
    this.#show(this.name === 'dark' ? 'light' : 'dark')
    localStorage.setItem(CHOSEN, this.name)
  }

  #show(name: Name): void {
    document.documentElement.dataset['theme'] = name
    this.name = name
  }
}

export const theme = new Theme()

/** The value of a colour of app.css, for what is drawn on a canvas. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
}
