import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** Run by Node alone, as commands and servers are: what the test runner makes of imports slows the engine. */
it('derives', () => {
  const engine = fileURLToPath(new URL('engine.ts', import.meta.url))
  const printed = execFileSync(process.execPath, [engine], { encoding: 'utf8' })
  process.stdout.write(printed)
  expect(printed).toMatch(/^engine: [1-9]\d* people a second/)
})
