import { expect, test } from 'vitest'
import { z } from 'zod'
import { codebookSchema, codingsSchema } from '../src/index.js'

// Editors read these files; they are renewed by `npm test -- --update`.
test.each([
  ['codebook', codebookSchema],
  ['codings', codingsSchema],
])('%s.schema.json is that of the code', async (name, schema) => {
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' })
  await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`../schemas/${name}.schema.json`)
})
