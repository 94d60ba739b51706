import { DiagnosticError, formatReport } from '@briefbook/diagnostics'
import { BrowserError, ensureBrowser, findBrowsers, probeBrowser } from '@briefbook/render-pdf'
import { type Effects, type ExitCode, exitCodes } from '../effects.js'
import { loadTemplate } from '../template/load.js'
import { scriptsOf } from '../template/script-list.js'
import { toolName } from '../version.js'

const leastNode = [20, 19] as const

function nodeIsNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])
}

/** `briefbook doctor`: what is there, what is missing, what to do; with `install`, a browser is got where there is none. */
export async function doctor(options: { install: boolean }, effects: Effects): Promise<ExitCode> {
  const say = (fine: boolean, what: string) => effects.stdout(`${fine ? 'ok      ' : 'missing '}${what}\n`)
  let exit: ExitCode = exitCodes.done
  say(true, toolName)
  const node = nodeIsNewEnough(process.versions.node)
  say(node, `Node ${process.versions.node}${node ? '' : `: Briefbook needs ${leastNode.join('.')} or later`}`)
  if (!node) exit = exitCodes.environment

  try {
    const { template, diagnostics } = await loadTemplate('briefing', effects.env.PWD ?? '.', 'A4', {})
    const missing = diagnostics.filter(d => d.rule === 'font-is-there').length
    const fonts = template?.fonts.fonts.length ?? 0
    say(
      template !== null && missing === 0,
      `Template briefing, ${fonts} font files${missing > 0 ? `, ${missing} missing` : ''}`,
    )
    if (template) {
      const scripts = await scriptsOf(template)
      say(true, `Fonts for ${scripts.there.join(', ')}`)
      if (scripts.missing.length > 0)
        say(false, `Fonts for ${scripts.missing.join(', ')}: their packages are not installed`)
    }
    if (!template) {
      effects.stderr(formatReport(diagnostics, { colour: effects.colour }))
      exit = exitCodes.environment
    }
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    effects.stderr(formatReport(error.diagnostics, { colour: effects.colour }))
    exit = exitCodes.environment
  }

  if (options.install) {
    try {
      const found = await ensureBrowser(message => effects.stderr(`${message}\n`))
      say(true, `Chromium ${found.version}, ${found.executable} (${found.foundBy})`)
    } catch (error) {
      if (!(error instanceof BrowserError)) throw error
      say(false, error.message)
      exit = exitCodes.environment
    }
  } else {
    let working = 0
    for (const { executable, foundBy } of await findBrowsers()) {
      try {
        const { version, lacks } = await probeBrowser(executable)
        say(true, `Chromium ${version}, ${executable} (${foundBy})`)
        for (const what of lacks) say(false, `In its printing: ${what}`)
        working++
      } catch (error) {
        say(false, (error as Error).message)
      }
    }
    if (working === 0) {
      say(
        false,
        'A browser to print with. Run `briefbook doctor --install`; or install Chrome, Chromium or Edge; or set BRIEFBOOK_BROWSER to the path or address of one.',
      )
      exit = exitCodes.environment
    }
  }
  return exit
}
