import { parseHTML } from 'linkedom'

/** An element of a page, as far as tests look at one: the interface is the DOM's. */
export interface HtmlElement {
  readonly textContent: string
  readonly parentElement: HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
  append(child: HtmlElement): void
  remove(): void
}

/** A page, opened by linkedom, without its style sheet. */
export function openHtml(html: string): HtmlElement {
  const { document } = parseHTML(html)
  for (const style of document.querySelectorAll('style')) style.remove()
  return document.documentElement as unknown as HtmlElement
}
