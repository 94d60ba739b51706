// `npm test`: sets up what is missing and runs all tests. Arguments go to vitest.
import { run, setup } from './setup.mjs'

const env = setup()
process.exit(run('pnpm', ['exec', 'vitest', 'run', ...process.argv.slice(2)], { env, show: true }).status)
