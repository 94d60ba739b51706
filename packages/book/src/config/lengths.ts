import { z } from 'zod'

/** Millimetres in one of each unit (CSS Values 4, absolute lengths). */
const inMm = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 } as const

const form = 'A length is written as a number and mm, cm, in or pt.'
const length = z.string(form).regex(/^\d+(\.\d+)?(mm|cm|in|pt)$/, form)

const toMm = (value: string) => {
  const unit = value.slice(-2) as keyof typeof inMm
  return Number.parseFloat(value) * inMm[unit]
}

const round = (value: number) => Math.round(value * 1000) / 1000

/** A length such as `24mm`, as a number of millimetres. */
export const millimetres = length.transform(value => round(toMm(value)))

/** A length such as `10.5pt`, as a number of points. */
export const points = length.transform(value => round(toMm(value) / inMm.pt))

/** Millimetres in a point, 1/72 of an inch. */
export const mmPerPt = inMm.pt
