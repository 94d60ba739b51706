// A process that reads sources, and does to each what its text says.
import { serve } from '../../dist/reading/serve.js'

const wait = ms => new Promise(resolve => setTimeout(resolve, ms))
const deeper = n => 1 + deeper(n + 1)

const misdeeds = {
  loop: () => {
    for (;;);
  },
  'wait for ever': () => new Promise(() => {}),
  'take three seconds': () => wait(3000),
  'a hopeless pattern': () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`),
  'many small objects': () => {
    const kept = []
    for (;;) kept.push({ kept })
  },
  'one large array': () => new Array(1e8).fill(0.5).map(n => n + 1),
  'a growing map': () => {
    const map = new Map()
    for (let n = 0; ; n++) map.set(n, n)
  },
  buffers: async () => {
    const kept = []
    for (;;) kept.push(new Uint8Array(1e7).fill(kept.length))
  },
  'no end of calls': () => deeper(0),
  'end the process': () => process.exit(3),
  'throw something': () => {
    throw new TypeError('this is no text')
  },
  'throw when it is done': () => {
    setTimeout(() => {
      throw new Error('too late')
    }, 200)
  },
  'throw later': () => {
    setTimeout(() => {
      throw new Error('too late')
    })
    return wait(10_000)
  },
}

serve(async ({ path, bytes }) => {
  const text = new TextDecoder().decode(bytes).trim()
  await misdeeds[text]?.()
  return { value: { type: 'source', id: path }, diagnostics: [] }
})
