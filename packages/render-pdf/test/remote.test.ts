import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { openPdf } from '@briefbook/testkit'
import { afterEach, describe, expect, it } from 'vitest'
import { findBrowsers, openPrinter } from '../src/index.js'

const require = createRequire(import.meta.url)
const started: ChildProcess[] = []
afterEach(() => {
  delete process.env.BRIEFBOOK_BROWSER
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** Starts a process that has a browser and says where it listens. */
async function listening(script: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  return new Promise((found, failed) => {
    child.stdout?.once('data', data => found(String(data).trim()))
    child.once('exit', code => failed(new Error(`ended with ${code}`)))
  })
}

const playwright = join(dirname(require.resolve('playwright-core/package.json')), 'index.mjs')
const launch = async (how: string) => {
  const [found] = await findBrowsers()
  const options = { executablePath: found?.executable, headless: true, chromiumSandbox: false }
  return `import { chromium } from ${JSON.stringify(playwright)}; const options = ${JSON.stringify(options)}; ${how}`
}

describe('a browser that runs elsewhere', () => {
  it('prints what one here prints: a Playwright server', async () => {
    const html = '<!doctype html><h1 id="a">Printed elsewhere</h1><a href="#a">to it</a>'
    const near = await openPrinter()
    const here = await near.print(html)
    await near.close()
    process.env.BRIEFBOOK_BROWSER = await listening(
      await launch('console.log((await chromium.launchServer({ ...options, host: "127.0.0.1" })).wsEndpoint())'),
    )
    expect(await findBrowsers()).toEqual([{ executable: process.env.BRIEFBOOK_BROWSER, foundBy: 'BRIEFBOOK_BROWSER' }])
    // Two builders at once, and one after another.
    const printers = await Promise.all([openPrinter(), openPrinter()])
    const printed = await Promise.all(printers.map(printer => printer.print(html)))
    await Promise.all(printers.map(printer => printer.close()))
    const again = await openPrinter()
    printed.push(await again.print(html))
    await again.close()
    for (const bytes of printed) {
      const pdf = await openPdf(bytes)
      expect(pdf.pages[0]).toContain('Printed elsewhere')
      // But for the dates of the print, it is as long.
      expect(bytes.length).toBe(here.length)
    }
  })
  it('may speak Chromium’s own protocol', async () => {
    process.env.BRIEFBOOK_BROWSER = await listening(
      await launch(`
        import { createServer } from 'node:net'
        const server = createServer().listen(0, '127.0.0.1')
        await new Promise(ready => server.once('listening', ready))
        const { port } = server.address()
        await new Promise(closed => server.close(closed))
        await chromium.launch({ ...options, args: ['--remote-debugging-port=' + port] })
        console.log('http://127.0.0.1:' + port)`),
    )
    const printer = await openPrinter()
    expect((await openPdf(await printer.print('<p>over its own protocol'))).pages[0]).toContain('own protocol')
    await printer.close()
    const again = await openPrinter()
    expect((await openPdf(await again.print('<p>and again'))).pages[0]).toContain('and again')
    await again.close()
  })
  it('that is not there is told', async () => {
    process.env.BRIEFBOOK_BROWSER = 'ws://127.0.0.1:9/'
    await expect(openPrinter()).rejects.toMatchObject({
      kind: 'missing',
      message: expect.stringContaining('cannot be reached'),
    })
  })
})
