const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** Whether a text is a BCP 47 tag of a language that there is: `de` and `pt-BR`, not `german`. */
export function isLanguageTag(tag: string): boolean {
  try {
    return names.of(tag.split('-', 1)[0] ?? '') !== undefined && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
