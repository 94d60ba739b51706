import { attribute, type Element, labelsOf } from './dom.js'

/** What parts of pages are called, in tags, roles and class names, and what is in them. */
interface Context {
  reason: string
  tag?: RegExp
  role?: RegExp
  label?: RegExp
  /** Whether such a part, where it stands in the middle of an article, is certainly not of it. */
  box?: boolean
}

const contexts: readonly Context[] = [
  {
    reason: 'navigation',
    tag: /^nav$/,
    role: /^navigation$/,
    label: /\b(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager)\b/i,
    box: true,
  },
  {
    reason: 'comments',
    label: /\b(?:comments?|comment-?(?:list|form|area|section)|disqus|respond|discussion|replies)\b/i,
    box: true,
  },
  {
    reason: 'related articles',
    label:
      /\b(?:related(?:-?(?:articles?|posts?|content|stories|links|news|topics))?|recommend(?:ed|ations?)?|more-?(?:from|stories|news|on)|read-?(?:next|more|also)|most-?(?:read|popular|viewed)|popular|trending|also-?(?:like|read)|teasers?|outbrain|taboola|zergnet)\b/i,
    box: true,
  },
  {
    reason: 'share button',
    label:
      /\b(?:share|sharing|share-?(?:bar|buttons?|tools|links)|social|social-?(?:share|media|links|icons|bar)|addthis|sharedaddy)\b/i,
    box: true,
  },
  {
    reason: 'newsletter',
    label: /\b(?:newsletters?|newsletter-?(?:signup|form|box|promo)|subscribe|subscription|sign-?up|mailing-?list)\b/i,
    box: true,
  },
  { reason: 'notice', label: /\b(?:cookies?|consent|gdpr|modal|popup|overlay|paywall)\b/i },
  {
    reason: 'advertisement',
    label: /\b(?:ads?|advert(?:isement)?s?|sponsor(?:ed)?|promo(?:tion)?s?|dfp|ad-?(?:slot|unit|container|wrapper))\b/i,
    box: true,
  },
  {
    reason: 'author box',
    label:
      /\b(?:author-?(?:box|bio|info|card|profile|description)|about-?(?:the-)?author|contributor-?(?:bio|info)?)\b/i,
    box: true,
  },
  { reason: 'tags', label: /\b(?:tags|tag-?(?:list|cloud|links)|post-?tags|article-?tags|keywords)\b/i, box: true },
  { reason: 'form', tag: /^(?:form|fieldset|button)$/, role: /^(?:search|button|form)$/, box: true },
  { reason: 'page foot', tag: /^footer$/, role: /^contentinfo$/, label: /\b(?:footer|colophon|copyright)\b/i },
  { reason: 'page head', tag: /^header$/, role: /^banner$/, label: /\b(?:header|masthead|topbar|site-?title|logo)\b/i },
  { reason: 'sidebar', tag: /^aside$/, role: /^complementary$/, label: /\b(?:side-?bar|aside|widgets?|rail)\b/i },
]

const separated = (label: string) => label.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/_/g, '-')

interface Named {
  any: string | null
  box: string | null
}

/** An element is around many passages, and there are many names to look for. */
const known = new WeakMap<Element, Named>()

/** What an element is by its names. */
function namedParts(element: Element): Named {
  const before = known.get(element)
  if (before) return before
  const role = attribute(element, 'role') ?? ''
  const label = separated(labelsOf(element))
  const isPage = element.tagName === 'body' || element.tagName === 'html'
  const found = isPage
    ? []
    : contexts.filter(
        context => context.tag?.test(element.tagName) || context.role?.test(role) || context.label?.test(label),
      )
  const named = { any: found[0]?.reason ?? null, box: found.find(context => context.box)?.reason ?? null }
  known.set(element, named)
  return named
}

/**
 * What the nearest part of the page around a passage is that says what it is; null where none does.
 *
 * @param which  `box` for those alone that are no part of an article even in its middle.
 */
export function contextOf(path: readonly Element[], which: 'any' | 'box'): string | null {
  for (let i = path.length - 1; i >= 0; i--) {
    const found = namedParts(path[i] as Element)[which]
    if (found !== null) return found
  }
  return null
}

/** Why a passage outside the article is there. */
export const reasonFor = (path: readonly Element[]): string => contextOf(path, 'any') ?? 'rest of the page'
