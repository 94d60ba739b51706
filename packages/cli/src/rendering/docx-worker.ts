import { parentPort } from 'node:worker_threads'
import { renderDocx } from '@briefbook/render-docx'
import type { DocxAnswer, DocxJob } from './docx-writer.js'

parentPort?.on('message', async ({ book, tokens, options }: DocxJob) => {
  try {
    const bytes = await renderDocx(book, tokens, options)
    parentPort?.postMessage({ bytes } satisfies DocxAnswer, [bytes.buffer as ArrayBuffer])
  } catch (error) {
    const { message, stack } = error as Error
    parentPort?.postMessage({ message, stack: stack ?? '' } satisfies DocxAnswer)
  }
})
