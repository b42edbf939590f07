import { expect, it } from 'vitest'
import { benchImport } from './import.ts'

it('imports', async () => {
  for (const people of [2_000, 10_000]) {
    const { lines, linesPerSecond, megabytes } = await benchImport(people)
    process.stdout.write(
      `import movements: ${linesPerSecond} lines a second (2,000 asked for: ${(linesPerSecond / 2_000).toFixed(2)} times), ${lines} lines, at most ${megabytes} MB\n`,
    )
    expect(linesPerSecond).toBeGreaterThan(0)
  }
})
