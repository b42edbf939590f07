import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generateOptions } from './generate-options.ts'

it('has the option types of the GOV.UK Frontend that is installed (npm run generate:govuk)', () => {
  const committed = readFileSync(join(import.meta.dirname, '../govuk-options.ts'), 'utf8')
  expect(committed).toBe(generateOptions())
})
