import { access, constants, readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { installedExecutable } from './install.js'

/** A browser that was found, and how. */
export interface FoundBrowser {
  /** Its path, or the address of one that runs elsewhere. */
  executable: string
  foundBy: 'BRIEFBOOK_BROWSER' | 'BRIEFBOOK_CHROMIUM' | 'Playwright' | 'system' | 'Briefbook'
}

/** What the search reads of the machine. */
export interface BrowserEnvironment {
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
}

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

function systemPaths({ env, platform }: BrowserEnvironment): string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return apps.map(app => `/Applications/${app}.app/Contents/MacOS/${app}`)
  }
  if (platform === 'win32') {
    const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(p => p !== undefined)
    return programs.flatMap(p => [
      join(p, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(p, 'Chromium', 'Application', 'chrome.exe'),
      join(p, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ])
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  return commands.flatMap(command => folders.map(folder => join(folder, command)))
}

const isExecutable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

async function playwrightExecutable(): Promise<string | null> {
  // Where this version of Playwright would put its full browser; it throws on platforms that it has none for.
  let full: string
  try {
    full = chromium.executablePath()
  } catch {
    return null
  }
  // The headless shell stands beside it, in a folder of the same revision.
  const [, base = '', revision = ''] = /^(.*?)chromium-(\d+)[\\/]/.exec(full) ?? []
  const shells = join(`${base}chromium_headless_shell-${revision}`)
  const folders = await readdir(shells).catch(() => [])
  const shell = folders.flatMap(folder =>
    ['chrome-headless-shell', 'headless_shell'].flatMap(name =>
      ['', '.exe'].map(end => join(shells, folder, name + end)),
    ),
  )
  for (const path of [...shell, full]) if (await isExecutable(path)) return path
  return null
}

/**
 * The browsers to print with that are there, best first: the one that BRIEFBOOK_BROWSER (a path or an address) or
 * BRIEFBOOK_CHROMIUM (a path) names, and then no other; else
 * Playwright's own, a Chrome, Chromium or Edge of the system, one that Briefbook has installed.
 */
export async function findBrowsers(
  machine: BrowserEnvironment = { env: process.env, platform: process.platform },
): Promise<FoundBrowser[]> {
  for (const foundBy of ['BRIEFBOOK_BROWSER', 'BRIEFBOOK_CHROMIUM'] as const) {
    const named = machine.env[foundBy]
    if (named) return [{ executable: named, foundBy }]
  }
  const found: FoundBrowser[] = []
  const own = await playwrightExecutable()
  if (own) found.push({ executable: own, foundBy: 'Playwright' })
  for (const path of systemPaths(machine)) {
    if (await isExecutable(path)) found.push({ executable: path, foundBy: 'system' })
  }
  const installed = installedExecutable(machine.env)
  if (await isExecutable(installed)) found.push({ executable: installed, foundBy: 'Briefbook' })
  return found
}
