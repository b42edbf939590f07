import { expect, it } from 'vitest'
import { buildScene } from '../security/matrix-scene.ts'
import { addressOf } from '../security/walk.ts'
import { openTestHouse } from '../support/house.ts'
import { buildTown } from '../support/town.ts'
import { loadPeople } from './load.ts'
import { measureRefusals } from './pages.ts'

const people = Number(process.env.BENCH_PEOPLE ?? 100_000)

const pages = [
  '/people/:personId',
  '/people/:personId/plan',
  '/people/:personId/contacts',
  '/people/:personId/risk',
  '/people/:personId/release',
  '/people/:personId/sharing',
  '/people/:personId/history',
  '/people/:personId/notes/:noteId',
  '/handovers/:handoverId',
]

/** Printed and not asserted: what is asked of the database is held equal by test/security/same-questions.test.ts. */
it('refusing somebody hidden takes as long as refusing nobody', async () => {
  const { house } = await openTestHouse()
  try {
    const town = await buildTown(house)
    await loadPeople(house, { people })
    const { unseen, nobody } = await buildScene(house, town)
    const ratios: number[] = []
    for (const path of pages) {
      const { hiddenMs, nobodyMs } = await measureRefusals(
        house,
        'rosa',
        addressOf(path, unseen),
        addressOf(path, nobody),
      )
      ratios.push(hiddenMs / nobodyMs)
      process.stdout.write(
        `refusal: ${path}: hidden ${hiddenMs.toFixed(2)} ms, nobody ${nobodyMs.toFixed(2)} ms, ${(hiddenMs / nobodyMs).toFixed(3)} times; ${people} people\n`,
      )
    }
    ratios.sort((a, b) => a - b)
    process.stdout.write(
      `refusal: median of ${pages.length} pages: ${ratios[Math.floor(ratios.length / 2)]?.toFixed(3)} times, between ${ratios[0]?.toFixed(3)} and ${ratios.at(-1)?.toFixed(3)}\n`,
    )
    expect(ratios).toHaveLength(pages.length)
  } finally {
    await house.close()
  }
})
