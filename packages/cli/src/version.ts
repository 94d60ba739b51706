import { createRequire } from 'node:module'

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }

/** The version of Briefbook. */
export const toolVersion = version
export const toolName = `Briefbook ${version}`
