/** The country a language tag names; none where it names a part of the world, or nothing. @example countryOf('es-419') */
export function countryOf(language: string): string | undefined {
  const { region } = new Intl.Locale(language)
  return region && /^[A-Z]{2}$/.test(region) ? region : undefined
}
