import { exitCodes } from './effects.js'
import { run } from './program.js'
import { Readers } from './reading/readers.js'
import { keepTemporaries } from './temporary.js'

/** After how long a command that was interrupted, and has not ended by itself, is ended. */
const longestEndMs = 5000

/** The process: arguments, streams, signals, exit code. */
export async function main(): Promise<void> {
  keepTemporaries(process.env)
  const interrupt = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      interrupt.abort(new Error(`interrupted by ${signal}`))
      // What hangs, a browser that does not answer, is ended with the process.
      setTimeout(() => process.exit(exitCodes.interrupted), longestEndMs).unref()
    })
  }
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  })
  const isTerminal = process.stderr.isTTY === true
  process.exitCode = await run(process.argv.slice(2), {
    stdout: text => void process.stdout.write(text),
    stderr: text => void process.stderr.write(text),
    isTerminal,
    colour: isTerminal && !process.env.NO_COLOR,
    ...(isTerminal ? { columns: process.stderr.columns } : {}),
    env: process.env,
    readers: new Readers(),
    signal: interrupt.signal,
  })
}
