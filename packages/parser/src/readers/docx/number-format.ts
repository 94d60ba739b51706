const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(n: number): string {
  let rest = n
  let out = ''
  for (const [size, sign] of romanDigits)
    while (rest >= size && out.length < 20) {
      out += sign
      rest -= size
    }
  return out
}

/** The letters of an alphabet, then each twice, and so on: `a` to `z`, `aa`, `bb`. */
const letters =
  (alphabet: string) =>
  (n: number): string =>
    (alphabet[(n - 1) % alphabet.length] as string).repeat(Math.min(8, Math.ceil(n / alphabet.length)))

const latin = letters('abcdefghijklmnopqrstuvwxyz')
const cyrillic = letters('абвгдежзиклмнопрстуфхцчшщыэюя')
const signs = letters('*†‡§')

const digits =
  (ten: string) =>
  (n: number): string =>
    String(n).replace(/\d/g, digit => ten[Number(digit)] as string)

/** Up to 99, as lists count: 十 is not preceded by 一. */
function chinese(n: number): string {
  if (n > 99) return digits('〇一二三四五六七八九')(n)
  const ten = Math.floor(n / 10)
  const one = '一二三四五六七八九'[(n % 10) - 1] ?? ''
  return ten === 0 ? one : `${ten === 1 ? '' : '一二三四五六七八九'[ten - 1]}十${one}`
}

function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  return `${n}${(teen ? undefined : ['st', 'nd', 'rd'][(n % 10) - 1]) ?? 'th'}`
}

const upper =
  (print: (n: number) => string) =>
  (n: number): string =>
    print(n).toUpperCase()

/** The formats of ECMA-376 part 1, 17.18.59 that lists and notes use; the others are printed as figures. */
const formats: { readonly [format: string]: (n: number) => string } = {
  lowerLetter: latin,
  upperLetter: upper(latin),
  lowerRoman: roman,
  upperRoman: upper(roman),
  decimalZero: n => String(n).padStart(2, '0'),
  ordinal,
  chicago: signs,
  russianLower: cyrillic,
  russianUpper: upper(cyrillic),
  decimalFullWidth: digits('０１２３４５６７８９'),
  decimalFullWidth2: digits('０１２３４５６７８９'),
  decimalEnclosedCircle: n => (n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : String(n)),
  decimalEnclosedCircleChinese: n => (n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : String(n)),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: digits('〇一二三四五六七八九'),
  hindiNumbers: digits('०१२३४५६७८९'),
  thaiNumbers: digits('๐๑๒๓๔๕๖๗๘๙'),
}

/** A damaged file can have any number; no list counts as far as this. */
const greatest = 1_000_000

/** A number as Word prints it in a format. */
export function printNumber(n: number, format: string): string {
  const whole = Math.trunc(n)
  return whole >= 1 && whole <= greatest ? (formats[format] ?? String)(whole) : String(whole)
}
