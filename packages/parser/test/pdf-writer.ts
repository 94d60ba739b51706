/*
 * The least PDF around text at places: one page tree, fonts of one width that are not embedded, and a map from their
 * codes, which are UTF-16 code units, to characters. Nothing in it depends on the machine.
 */

export type Face = 'Courier' | 'Courier-Bold' | 'Courier-Oblique'

/** Text at a place of a page: points from the left and from the top. */
export interface Put {
  text: string
  x: number
  /** Of the foot of the letters. */
  y: number
  size?: number
  face?: Face
  /** In degrees, against the clock. */
  turned?: number
}

export interface PdfOptions {
  info?: { [key: string]: string }
  language?: string
  /** Instructions that are put in front of those of the page, for what is no text. */
  drawn?: string
}

export const pageWidth = 595
export const pageHeight = 842

/** How wide a text is: every letter takes six tenths of the size. */
export const widthOf = (text: string, size: number): number => text.length * size * 0.6

const faces: readonly Face[] = ['Courier', 'Courier-Bold', 'Courier-Oblique']

const hex = (text: string) =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')

const number = (n: number) => String(Math.round(n * 1000) / 1000)

function show({ text, x, y, size = 10, face = 'Courier', turned = 0 }: Put): string {
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)]
  const matrix = [cos, sin, -sin, cos, x, pageHeight - y].map(number).join(' ')
  return `BT /F${faces.indexOf(face)} ${number(size)} Tf ${matrix} Tm <${hex(text)}> Tj ET`
}

/** The map from the codes that are used to characters, a hundred at a time as the format wants it (ISO 32000-1, 9.10.3). */
function toUnicode(texts: readonly string[]): string {
  const codes = [...new Set(texts.map(hex).join('').match(/.{4}/g))].sort()
  const blocks: string[] = []
  for (let from = 0; from < codes.length; from += 100) {
    const part = codes.slice(from, from + 100).map(code => `<${code}> <${code}>`)
    blocks.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`
}

/** A PDF with the text of each page where it is told. */
export function pdf(pages: readonly (readonly Put[])[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const stream = (body: string) => add(`<< /Length ${body.length} >>\nstream\n${body}\nendstream`)
  add('') // 1: catalogue
  add('') // 2: pages
  const map = stream(toUnicode(pages.flat().map(({ text }) => text)))
  const fonts = faces.map(face => {
    const descriptor = add(
      `<< /Type /FontDescriptor /FontName /${face} /Flags 33 /FontBBox [0 -250 600 800] /ItalicAngle 0 /Ascent 750 /Descent -250 /CapHeight 700 /StemV 80 >>`,
    )
    const cid = add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${face} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 /FontDescriptor ${descriptor} 0 R >>`,
    )
    return add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${face} /Encoding /Identity-H /DescendantFonts [${cid} 0 R] /ToUnicode ${map} 0 R >>`,
    )
  })
  const resources = `<< /Font << ${fonts.map((id, i) => `/F${i} ${id} 0 R`).join(' ')} >> >>`
  const kids = pages.map(puts => {
    const content = stream([...(options.drawn ? [options.drawn] : []), ...puts.map(show)].join('\n'))
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Resources ${resources} /Contents ${content} 0 R >>`,
    )
  })
  const info = add(
    `<< ${Object.entries(options.info ?? {})
      .map(([key, value]) => `/${key} <feff${hex(value)}>`)
      .join(' ')} >>`,
  )
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${options.language ? `/Lang (${options.language}) ` : ''}>>`
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map(id => `${id} 0 R`).join(' ')}] >>`
  let file = '%PDF-1.7\n'
  const offsets = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const xref = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return new TextEncoder().encode(file)
}
