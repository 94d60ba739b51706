import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDocx } from '@briefbook/testkit'
import { expect, it } from 'vitest'
import { briefbook, copySample, inFolder } from './folders.js'

it('a DOCX alone is written without a browser: its pictures are SVG, and a message says so', async () => {
  await inFolder(async folder => {
    const content = await copySample(folder)
    const out = join(folder, 'out')
    const { exit, stderr } = await briefbook(['build', content, '--format', 'docx', '--out', out], {
      BRIEFBOOK_CHROMIUM: join(folder, 'nowhere'),
    })
    expect(exit, stderr).toBe(0)
    expect(stderr).toContain('pictures-have-pixels')
    const docx = openDocx(new Uint8Array(await readFile(join(out, 'book.docx'))))
    expect(docx.part('word/document.xml')).toContain('asvg:svgBlip')
  })
})
