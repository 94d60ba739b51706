import { describe, expect, test } from 'vitest'
import { idFromPath, labelFromId } from '../src/identity.js'
import { isSourceFile } from '../src/index.js'

describe('isSourceFile', () => {
  test.each([
    'sources/report.md',
    'sources/README.md',
    'sources/Rede des Ministers.docx',
    'report',
    './sources/a.txt',
    'sources/deep/a.html',
    'sources/unknown.xyz',
  ])('takes %s', path => {
    expect(isSourceFile(path)).toBe(true)
  })

  test.each([
    'sources/report.md.yaml',
    'sources/report.yml',
    'sources/.DS_Store',
    'sources/.git/config',
    'sources/~$report.docx',
    'sources/Thumbs.db',
    'sources/desktop.ini',
    'sources/report.md~',
    'sources/report.md.bak',
    'sources/#report.md#',
    'sources/page_files/logo.svg',
    '',
  ])('skips %s', path => {
    expect(isSourceFile(path)).toBe(false)
  })
})

describe('idFromPath', () => {
  test.each([
    ['sources/000_2bcec5f23579363b.txt', '000'],
    ['sources/Harbour Report (final).docx', 'harbour-report-final'],
    ['sources/Türkiye’nin rolü.md', 'turkiye-nin-rolu'],
    ['sources/Доклад 2021.txt', 'доклад-2021'],
    ['sources/20210806-note.txt', '20210806-note'],
    ['sources/facade.txt', 'facade'],
    ['sources/2bcec5f23579363b.txt', '2bcec5f23579363b'],
    ['sources/---.txt', 'source'],
    ['sources/.txt', 'txt'],
    ['sources/a.b.c.md', 'a-b-c'],
  ])('%s is %s', (path, id) => {
    expect(idFromPath(path)).toBe(id)
  })

  test('the label is the id in capitals, hyphens kept', () => {
    expect(labelFromId('eln-brief')).toBe('ELN-BRIEF')
  })
})
