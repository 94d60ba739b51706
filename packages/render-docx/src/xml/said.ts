import type { XmlComponent } from 'docx'

/** What the runs and links of a document say: the library's components keep their words to themselves. */
const words = new WeakMap<XmlComponent, string>()

/** Remembers what a component says. */
export function says<T extends XmlComponent>(component: T, text: string): T {
  words.set(component, text)
  return component
}

/** What components say one after another, fields left out; a note is a sign. */
export function said(components: readonly XmlComponent[]): string {
  return components.map(component => words.get(component) ?? '').join('')
}
