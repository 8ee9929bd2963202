type Name = 'light' | 'dark'

const system = matchMedia('(prefers-color-scheme: dark)')

/** Follows the system until someone chooses. `name` is what is shown now; charts read it to draw themselves again. */
class Theme {
  chosen = $state<Name | null>((document.documentElement.dataset['theme'] as Name | undefined) ?? null)
  system = $state<Name>(system.matches ? 'dark' : 'light')
  name = $derived<Name>(this.chosen ?? this.system)

  constructor() {
    system.addEventListener('change', () => (this.system = system.matches ? 'dark' : 'light'))
  }

  toggle(): void {
    this.chosen = this.name === 'dark' ? 'light' : 'dark'
    document.documentElement.dataset['theme'] = this.chosen
    localStorage.setItem('ringtrace.theme', this.chosen)
  }
}

export const theme = new Theme()

/** The value of a colour of app.css, for what is drawn on a canvas. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
}
