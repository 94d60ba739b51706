import { attribute, type Element, labelsOf } from './dom.js'

/** What parts of pages are called, in tags, roles and class names, and what is in them. */
const contexts: readonly { reason: string; tag?: RegExp; role?: RegExp; label?: RegExp }[] = [
  {
    reason: 'navigation',
    tag: /^nav$/,
    role: /^navigation$/,
    label: /\b(?:nav(?:bar|igation)?|menu|breadcrumbs?|pagination|pager)\b/i,
  },
  { reason: 'comments', label: /\b(?:comments?|disqus|respond|discussion|replies)\b/i },
  {
    reason: 'related articles',
    label:
      /\b(?:related|recommend(?:ed|ations?)?|more-?(?:from|stories|news)|read-?(?:next|more|also)|popular|trending|latest|also-?like|teasers?|outbrain|taboola)\b/i,
  },
  { reason: 'share button', label: /\b(?:share|sharing|social|addthis|sharedaddy|follow)\b/i },
  { reason: 'newsletter', label: /\b(?:newsletter|subscribe|subscription|signup|sign-up|mailing)\b/i },
  { reason: 'notice', label: /\b(?:cookies?|consent|gdpr|banner|modal|popup|overlay|paywall)\b/i },
  { reason: 'advertisement', label: /\b(?:ads?|advert(?:isement)?s?|sponsor(?:ed)?|promo(?:tion)?s?)\b/i },
  { reason: 'author box', label: /\b(?:author-?(?:box|bio|info|card)|about-?(?:the-)?author|contributor)\b/i },
  { reason: 'tags', label: /\b(?:tags?|topics?|categor(?:y|ies)|keywords)\b/i },
  { reason: 'form', tag: /^(?:form|fieldset|button)$/, role: /^(?:search|button|form)$/ },
  { reason: 'page foot', tag: /^footer$/, role: /^contentinfo$/, label: /\b(?:footer|colophon|copyright)\b/i },
  { reason: 'page head', tag: /^header$/, role: /^banner$/, label: /\b(?:header|masthead|topbar|site-?title|logo)\b/i },
  { reason: 'sidebar', tag: /^aside$/, role: /^complementary$/, label: /\b(?:side-?bar|aside|widgets?|rail)\b/i },
]

const separated = (label: string) => label.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/_/g, '-')

/** Why a passage outside the article is there: by the nearest part of the page that says what it is. */
export function reasonFor(path: readonly Element[]): string {
  for (const element of path.toReversed()) {
    const role = attribute(element, 'role') ?? ''
    const label = separated(labelsOf(element))
    const found = contexts.find(
      context => context.tag?.test(element.tagName) || context.role?.test(role) || context.label?.test(label),
    )
    if (found && element.tagName !== 'body' && element.tagName !== 'html') return found.reason
  }
  return 'rest of the page'
}
