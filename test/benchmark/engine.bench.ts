import { expect, it } from 'vitest'
import { benchEngine, ownMilliseconds } from './engine.ts'

it('derives', () => {
  const { peoplePerSecond, factsEach, obligationsEach } = benchEngine(ownMilliseconds)
  process.stdout.write(
    `engine: ${peoplePerSecond} people a second (20,000 asked for: ${(peoplePerSecond / 20_000).toFixed(2)} times), ${factsEach} facts, ${obligationsEach} obligations each\n`,
  )
  expect(peoplePerSecond).toBeGreaterThan(0)
})
