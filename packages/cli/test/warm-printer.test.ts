import type { Printer } from '@briefbook/render-pdf'
import { expect, it } from 'vitest'
import { WarmPrinter } from '../src/watch/warm-printer.js'

it('starts one browser, however many ask for it at once, and leaves none behind', async () => {
  let opened = 0
  let closed = 0
  const open = async (): Promise<Printer> => {
    opened++
    await new Promise(wait => setTimeout(wait, 5))
    const work = async () => new Uint8Array()
    const close = async () => {
      closed++
    }
    return { name: 'x', version: '1', alive: true, print: work, survey: work, draw: async () => [], close } as never
  }
  const printer = new WarmPrinter(open)
  await Promise.all([printer.print('a'), printer.survey('b'), printer.print('c')])
  expect(opened).toBe(1)
  const last = new WarmPrinter(open)
  const printing = last.print('a')
  await last.close()
  await printing
  await printer.close()
  expect(closed).toBe(opened)
})
