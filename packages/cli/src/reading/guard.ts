import { workerData } from 'node:worker_threads'

// Looks after the process that reads while that is too busy to look after itself: ends it where it takes too much
// memory (the engine counts its heap, but no buffers), or where the process that asked has gone.
const { asker, mostBytes } = workerData as { asker: number; mostBytes: number }

const everyMs = 100

setInterval(() => {
  if (process.memoryUsage.rss() > mostBytes || process.ppid !== asker) process.kill(process.pid, 'SIGKILL')
}, everyMs)
