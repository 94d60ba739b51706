import { attribute, type Element } from './dom.js'

/** A language tag in its usual writing; null for what is none. */
export function canonicalTag(value: string): string | null {
  // What every page has, and every passage of it asks for.
  if (/^[a-z]{2}(?:-[A-Z]{2})?$/.test(value)) return value
  try {
    return Intl.getCanonicalLocales(value.trim().replace('_', '-'))[0] ?? null
  } catch {
    return null
  }
}

export function languageTag(element: Element): string | null {
  const value = attribute(element, 'lang')
  return value ? canonicalTag(value) : null
}
