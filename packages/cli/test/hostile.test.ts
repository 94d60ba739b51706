import { createDeflateRaw } from 'node:zlib'
import { expect, it } from 'vitest'
import { briefbook, inFolder, smallBook, write } from './folders.js'

/** A Word file whose document unpacks to a gigabyte of zeros, and whatever it says of that (APPNOTE 4.3). */
async function zipBomb(declared: number): Promise<Uint8Array> {
  const deflate = createDeflateRaw({ level: 1 })
  const packed: Buffer[] = []
  deflate.on('data', chunk => packed.push(chunk))
  const ended = new Promise(resolve => deflate.on('end', resolve))
  const zeros = Buffer.alloc(16 * 1024 * 1024)
  for (let n = 0; n < 64; n++) if (!deflate.write(zeros)) await new Promise(resolve => deflate.once('drain', resolve))
  deflate.end()
  await ended
  const data = Buffer.concat(packed)
  const name = Buffer.from('word/document.xml')
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(data.length, 14)
  common.writeUInt32LE(declared, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, data])
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), name])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}

const bombs: { [file: string]: { content: string | (() => Promise<Uint8Array>); rule: string } } = {
  'zip-bomb.docx': { content: () => zipBomb(1024 ** 3), rule: 'source-is-not-too-large' },
  'zip-bomb-that-lies.docx': { content: () => zipBomb(1000), rule: 'source-is-not-too-large' },
  'quotations.md': { content: `${'>'.repeat(20_000)} a`, rule: 'source-markup-can-be-followed' },
  'lists.md': { content: `${'- '.repeat(20_000)}a`, rule: 'source-markup-can-be-followed' },
  'backticks.md': { content: '`'.repeat(5_000_000), rule: 'source-is-not-empty' },
  'address.md': { content: `http://a.b/${'*'.repeat(70_000)}`, rule: 'source-has-words' },
  'e-mail.md': { content: 'a@b.'.repeat(50_000), rule: 'source-has-words' },
  'one-line.txt': { content: 'word '.repeat(6_000_000), rule: 'source-is-not-too-large' },
  'elements.html': { content: `<body>${'<div>'.repeat(100_000)}`, rule: 'source-is-not-empty' },
  'unclosed.html': { content: `<body>${'<b>'.repeat(300_000)}`, rule: 'source-is-not-empty' },
  'templates.html': { content: `<body>${'<template>'.repeat(50_000)}`, rule: 'source-is-not-empty' },
}

it('what is made to take all time and memory is told file by file, and the other sources are read', () =>
  inFolder(async folder => {
    await write(folder, smallBook)
    for (const [file, { content }] of Object.entries(bombs))
      await write(folder, { [`sources/${file}`]: typeof content === 'string' ? content : await content() })
    const { exit, stdout } = await briefbook(['check', folder, '--json'])
    expect(exit).toBe(1)
    const told = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
      .filter(({ severity }) => severity !== 'note')
    for (const [file, { rule }] of Object.entries(bombs))
      expect(told).toContainEqual(expect.objectContaining({ file: `sources/${file}`, rule }))
    expect(told.filter(({ file }) => file === 'sources/observer.md' || file === 'sources/review.txt')).toEqual([])

    const { stdout: sources } = await briefbook(['inspect', 'sources', folder])
    const read = JSON.parse(sources).map(({ file }: { file: string }) => file)
    expect(read).toEqual(expect.arrayContaining(['sources/observer.md', 'sources/review.txt']))
  }))

it('limits are those of book.yaml', () =>
  inFolder(async folder => {
    await write(folder, { ...smallBook, 'sources/long.txt': 'The council met again. '.repeat(1000) })
    expect((await briefbook(['inspect', 'sources', folder])).exit).toBe(0)
    const limits = 'limits:\n  textCharacters: 20000\n'
    await write(folder, { 'book.yaml': `${smallBook['book.yaml']}${limits}` })
    const { exit, stderr } = await briefbook(['inspect', 'sources', folder])
    expect(exit).toBe(1)
    expect(stderr).toContain('at most 20000 are read')
    await write(folder, { 'book.yaml': `${smallBook['book.yaml']}limits:\n  second: 3\n` })
    expect((await briefbook(['check', folder])).stdout).toContain('Did you mean `seconds`')
  }))
