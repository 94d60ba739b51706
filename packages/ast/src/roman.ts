const digits = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

/** 4 as `IV`. */
export function romanNumeral(n: number): string {
  let out = ''
  let left = n
  for (const [value, letters] of digits) {
    while (left >= value) {
      out += letters
      left -= value
    }
  }
  return out
}
