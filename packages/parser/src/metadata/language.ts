import { franc, francAll } from 'franc-min'
import { languageOfCommonWords } from '../tongue/common-words.js'

/** Shorter texts are told wrong too often. */
const leastCharacters = 80
/** More than this adds time and no certainty. */
const sampleCharacters = 5_000

/** ISO 639-3, as the detector names them, to BCP 47, for those that have a shorter tag. */
const tags: { readonly [code: string]: string } = {
  amh: 'am',
  arb: 'ar',
  azj: 'az',
  bel: 'be',
  ben: 'bn',
  bos: 'bs',
  bul: 'bg',
  ces: 'cs',
  ckb: 'ckb',
  cmn: 'zh',
  deu: 'de',
  ell: 'el',
  eng: 'en',
  fra: 'fr',
  fuv: 'ff',
  guj: 'gu',
  hau: 'ha',
  heb: 'he',
  hin: 'hi',
  hrv: 'hr',
  hun: 'hu',
  ibo: 'ig',
  ilo: 'ilo',
  ind: 'id',
  ita: 'it',
  jav: 'jv',
  jpn: 'ja',
  kan: 'kn',
  kaz: 'kk',
  kin: 'rw',
  kor: 'ko',
  kur: 'ku',
  lin: 'ln',
  mai: 'mai',
  mal: 'ml',
  mar: 'mr',
  mya: 'my',
  nep: 'ne',
  nld: 'nl',
  nya: 'ny',
  ory: 'or',
  pan: 'pa',
  pes: 'fa',
  plt: 'mg',
  pol: 'pl',
  por: 'pt',
  prs: 'prs',
  ron: 'ro',
  run: 'rn',
  rus: 'ru',
  sin: 'si',
  skr: 'skr',
  sna: 'sn',
  som: 'so',
  spa: 'es',
  srp: 'sr',
  sun: 'su',
  swe: 'sv',
  swh: 'sw',
  tam: 'ta',
  tel: 'te',
  tgl: 'tl',
  tha: 'th',
  tir: 'ti',
  tuk: 'tk',
  tur: 'tr',
  uig: 'ug',
  ukr: 'uk',
  urd: 'ur',
  uzn: 'uz',
  vie: 'vi',
  yor: 'yo',
  zlm: 'ms',
  zul: 'zu',
  zyb: 'za',
}

/** More than this is not needed to doubt a language. */
const doubtCharacters = 2_000
/** A text of this length is told right even where another language is near. */
const sureCharacters = 600
/** How near to the best language, which has 1, another must come that the text may be in. */
const nearEnough = 0.97

/** Whether a text is certainly not in a language, whatever its page says: templates have their maker's language. */
export function contradictsLanguage(text: string, tag: string): boolean {
  const sample = text.slice(0, doubtCharacters)
  if (sample.length < sureCharacters) return false
  const wanted = tag.split('-')[0]
  const certain = languageOfCommonWords(sample)
  if (certain !== null) return certain !== wanted
  const scores = francAll(sample).map(([code, score]) => [tags[code], score] as const)
  const score = scores.find(([known]) => known === wanted)?.[1]
  // A language that the detector does not know can be neither confirmed nor denied, but its script can.
  return score === undefined ? Object.values(tags).includes(wanted as string) : score < nearEnough
}

/** The language of a text as a BCP 47 tag; null where the text is too short to tell or no known language fits. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, sampleCharacters)
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu
  const weight = sample.length + (sample.match(unspaced)?.length ?? 0) * 3
  if (weight < leastCharacters) return null
  const certain = languageOfCommonWords(sample)
  if (certain !== null) return certain
  return tags[franc(sample, { minLength: 10 })] ?? null
}
