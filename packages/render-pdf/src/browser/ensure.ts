import { BrowserError } from '../errors.js'
import { type FoundBrowser, findBrowsers } from './find.js'
import { installations } from './install.js'
import { probeBrowser } from './probe.js'

/**
 * Finds a browser that prints, or installs one: each way is tried until a browser has printed a page.
 *
 * @param log  Told what is tried and why it failed.
 * @throws BrowserError where none can be had.
 */
export async function ensureBrowser(log: (message: string) => void): Promise<FoundBrowser & { version: string }> {
  const failures: string[] = []
  const tried = new Set<string>()
  const attempt = async () => {
    for (const found of await findBrowsers()) {
      if (tried.has(found.executable)) continue
      tried.add(found.executable)
      try {
        return { ...found, version: (await probeBrowser(found.executable)).version }
      } catch (error) {
        failures.push((error as Error).message)
        log((error as Error).message)
        // Who names a browser wants that one.
        if (found.foundBy.startsWith('BRIEFBOOK_')) throw error
      }
    }
    return null
  }
  const ready = await attempt()
  if (ready) return ready
  for (const { name, applies, install } of installations()) {
    if (!applies()) continue
    log(`Installing a browser: ${name}`)
    try {
      await install()
    } catch (error) {
      const { message, stderr = '' } = error as Error & { stderr?: string }
      const reason =
        `${stderr}\n${message}`.split('\n').find(line => /^(error|fatal|npm err|e:|failed)/i.test(line.trim())) ??
        message
      failures.push(`${name}: ${reason.trim()}`)
      log(`  not possible: ${reason.trim()}`)
      continue
    }
    const installed = await attempt()
    if (installed) return installed
  }
  throw new BrowserError(
    'missing',
    `No browser to print with was found, and none could be installed.\n${failures.join('\n')}`,
  )
}
