/** A PDF of two pages in the manner of Chromium's printer, with two named destinations. */
export function smallPdf(date = '20260101000000'): Buffer {
  const objects = [
    `<</Title (Old)\n/Producer (Skia/PDF m1)\n/CreationDate (D:${date}+00'00')>>`,
    '<</Type /Catalog\n/Pages 3 0 R\n/Dests 6 0 R>>',
    '<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]>>',
    '<</Type /Page\n/MediaBox [0 0 600 800]\n/Parent 3 0 R>>',
    '<</Type /Page\n/MediaBox [0 0 600 800]\n/Parent 3 0 R>>',
    '<</swp.1 [5 0 R /XYZ 0 700 0]\n/caf#c3#a9 [4 0 R /XYZ 0 700 0]>>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const offset = text.length
    text += `${i + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = ['0000000000 65535 f ', ...offsets.map(o => `${String(o).padStart(10, '0')} 00000 n `)]
  text += `xref\n0 ${table.length}\n${table.join('\n')}\ntrailer\n<</Size ${table.length}\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
