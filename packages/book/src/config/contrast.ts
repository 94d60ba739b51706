import type { ColourTokens } from '@briefbook/ast'

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** What text needs at least, on level AA; a book has no letters large enough for less but its titles. */
export const leastContrast = 4.5

/** Writing on a ground, both by their path in tokens.yaml; the paper is white and has none. */
export interface Writing {
  ink: readonly string[]
  ground: readonly string[] | null
  ratio: number
}

const paper = '#ffffff'

/** Every pair of writing and ground that a book has and that stands out too little. */
export function faintWritings(colours: ColourTokens): Writing[] {
  const { stances, states, levels, extracted, written, accent } = colours
  const grounds: [readonly string[] | null, string][] = [
    [null, paper],
    [['extracted'], extracted],
    [['written'], written],
    ...Object.entries(stances).map(([name, value]): [string[], string] => [['stances', name], value]),
    ...Object.entries(states).map(([name, value]): [string[], string] => [['states', name], value]),
  ]
  const shades = levels.map((value, i): [string[], string] => [['levels', String(i)], value])
  const pairs: [string, string, readonly [readonly string[] | null, string][]][] = [
    ['ink', colours.ink, [...grounds, ...shades]],
    // References stand in cells and boxes, in the accent's colour.
    ['accent', accent, grounds],
    [
      'muted',
      colours.muted,
      [
        grounds[0],
        grounds[2],
        [['states', 'mentioned'], states.mentioned],
        [['states', 'absent'], states.absent],
      ] as typeof grounds,
    ],
    ['on-accent', colours.onAccent, [[['accent'], accent]]],
  ]
  return pairs.flatMap(([ink, colour, on]) =>
    on.flatMap(([ground, value]) => {
      const ratio = contrast(colour, value)
      return ratio < leastContrast ? [{ ink: [ink], ground, ratio }] : []
    }),
  )
}
