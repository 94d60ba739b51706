/** Twentieths of a point, in which Word measures pages, indents and columns. */
export function twips(mm: number): number {
  return Math.round((mm / 25.4) * 1440)
}

/** Twentieths of a point, of a length in points. */
export function twipsOfPoints(pt: number): number {
  return Math.round(pt * 20)
}

/** Half points, in which Word measures type (ISO/IEC 29500-1, 17.3.2.38). */
export function halfPoints(pt: number): number {
  return Math.round(pt * 2)
}

/** CSS pixels: 96 to the inch. */
export function pixels(mm: number): number {
  return (mm / 25.4) * 96
}

/** `RRGGBB`, of `#rrggbb`. */
export function colour(hex: string): string {
  return hex.slice(1).toUpperCase()
}
