/** A stretch of text that stands in one line, in one font; where it stands is in points, counted from the upper left. */
export interface Fragment {
  text: string
  /** Where the line begins is the left: on pages that are read from the right, all is mirrored. */
  left: number
  right: number
  /** Of the foot of the letters. */
  baseline: number
  size: number
  bold: boolean
  italic: boolean
  /** Whether its letters run from the right. */
  rtl: boolean
  /** Which item of a list on its page it belongs to, where the file has tags for that. */
  item: number | null
}

/** A page as a reader of PDF sees it: letters and places, no words, lines or paragraphs. */
export interface PdfPage {
  /** From 1. */
  number: number
  height: number
  /** What runs along the lines of the page. */
  fragments: Fragment[]
  /** What runs across them: a stamp in the margin, the label of an axis. */
  turned: Fragment[]
}

const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]'
const betweenWide = new RegExp(`(?<=${wide}) +(?=${wide})`, 'gu')
const endsWide = new RegExp(`${wide}$`, 'u')
const startsWide = new RegExp(`^${wide}`, 'u')

const wideLetters = new RegExp(wide, 'gu')

/** How many letters a text has, where a wide one counts two. */
export const weighLetters = (text: string): number => text.length + (text.match(wideLetters)?.length ?? 0)

/** Wider than what a setter puts between two letters, narrower than any space between words; a share of the size. */
const leastSpace = 0.12

/**
 * Fonts name some of their glyphs by the form and not by the letter: Arabic letters as they look at the head or the end
 * of a word, and the radicals that Chinese characters are sorted by. These stand for letters.
 */
const forms = /[\u2f00-\u2fdf\ufb1d-\ufdff\ufe70-\ufefc]/g
/** Radicals whose letter Unicode tells in its data for ideographs alone (EquivalentUnifiedIdeograph.txt), in pairs. */
const radicals = new Map(
  '⺟母⺠民⺩王⺬示⺮竹⺶羊⺼月⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'
    .match(/../gu)
    ?.map(pair => [...pair] as [string, string]),
)

/** A text with letters in the place of their forms. */
export const withLetters = (text: string): string =>
  text.replace(forms, form => form.normalize('NFKC')).replace(/[\u2e80-\u2eff]/g, form => radicals.get(form) ?? form)

/** Chinese and Japanese are set without spaces: what looks like one is the play of a justified line. */
export const withoutWideSpaces = (text: string): string => text.replace(betweenWide, '')

/** Whether a space stands between two fragments that follow each other in a line. */
export function isSpaced(a: Fragment, b: Fragment): boolean {
  const gap = Math.max(b.left - a.right, a.left - b.right)
  if (endsWide.test(a.text) && startsWide.test(b.text)) return gap > Math.max(a.size, b.size)
  return gap > leastSpace * Math.min(a.size, b.size)
}
