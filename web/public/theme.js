// Before the first paint, so that no page flashes in the other theme.
const chosen = localStorage.getItem('ringtrace.theme')
const isDark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
