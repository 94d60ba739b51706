// Sets up what is missing, then runs commands of the workspace one after another, all of them, and fails if one did.
//
//   node scripts/run.mjs [--browser] 'COMMAND ARG ...' ... [-- ARG ...]      what stands behind -- goes to the last
import { run, setup } from './setup.mjs'

const own = process.argv.slice(2)
const split = own.indexOf('--')
const extra = split < 0 ? [] : own.slice(split + 1)
const commands = (split < 0 ? own : own.slice(0, split)).filter(argument => argument !== '--browser')
const env = setup({ browser: own.includes('--browser') })
const results = commands.map((command, i) => {
  const words = command.split(' ').concat(i === commands.length - 1 ? extra : [])
  return run('pnpm', ['exec', ...words], { env, show: true }).status
})
process.exit(results.find(status => status !== 0) ?? 0)
