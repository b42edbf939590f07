import { expect, it } from 'vitest'
import { benchImport, importLine } from './import.ts'

it('imports', async () => {
  for (const people of [2_000, 10_000]) {
    const figure = await benchImport(people)
    process.stdout.write(importLine(figure))
    expect(figure.linesPerSecond).toBeGreaterThan(0)
  }
})
