/** The most common words of languages that most texts are in, which tell them apart faster than anything else. */
const commonWords: { readonly [language: string]: ReadonlySet<string> } = Object.fromEntries(
  Object.entries({
    en: 'the of and to in a is that for it was on as with be by at this are from have not or his they which has but who',
    de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an aus er hat dass sie nach wird bei einer um am sind noch wie',
    fr: 'le de la et les des à en un une du que est pour qui dans pas au sur par plus ne se avec ce il sont ou aux cette son mais l d qu n',
    es: 'de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este',
    it: 'di e il la che in un per è del non una i le si con da al come della dei sono più nel gli alla ha anche l',
    pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao das à',
    nl: 'de het een en van in is dat op te zijn met voor niet aan er die om ook als dan maar bij door naar',
    ru: 'и в не на что с по как а то это но из к у за от о же для так он был бы его',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** At least this share of the words of a text are its language's common ones. */
const leastShare = 0.2
/** Languages that are near each other share many; no other may have more than this part of what the best has. */
const clearBy = 0.65

/** The language that a text is certainly in, by its common words; null where they are not clear. */
export function languageOfCommonWords(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < 20) return null
  const shares = Object.entries(commonWords)
    .map(([language, common]) => ({ language, share: words.filter(word => common.has(word)).length / words.length }))
    .sort((a, b) => b.share - a.share)
  const [best, second] = shares
  if (!best || best.share < leastShare || (second?.share ?? 0) > best.share * clearBy) return null
  return best.language
}
