import { expect, test } from 'vitest'
import { z } from 'zod'
import { sourceMetadataSchema } from '../src/index.js'

// Editors read this file; it is renewed by `npm test -- --update`.
test('source.schema.json is that of the code', async () => {
  const json = z.toJSONSchema(sourceMetadataSchema, { io: 'input', target: 'draft-7', unrepresentable: 'any' })
  await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot('../schemas/source.schema.json')
})
