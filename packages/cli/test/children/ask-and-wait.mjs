// Starts the reader that is named, has it loop, prints its process id, and waits.
import { fork } from 'node:child_process'

const child = fork(process.argv[2], [String(process.pid), '1e12'], {
  serialization: 'advanced',
  stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
})
child.once('message', () => {
  child.send({ file: { path: 'a', bytes: new TextEncoder().encode('loop') }, limits: {} })
  setTimeout(() => console.log(child.pid), 500)
})
