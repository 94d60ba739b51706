// `npm run golden`: renews what the small golden book says and looks like. Look at the difference before it is kept.
import { run, setup } from './setup.mjs'

const env = { ...setup(), BRIEFBOOK_GOLDEN: 'renew' }
const command = ['exec', 'vitest', 'run', 'packages/cli/test/golden.test.ts', '--update']
process.exit(run('pnpm', command, { env, show: true }).status)
