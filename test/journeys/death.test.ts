import { describe, it } from 'vitest'
import { type AtBrowser, aStory, bothWays, withStage } from '../support/at-a-browser.ts'
import { feed, registerPerson } from '../support/feed.ts'
import { acceptHandover, inTreatmentAtLeeds, sendHandover } from './scenes.ts'

const kim = { number: 'A5678FG', given: 'Kim', family: 'Reid', born: '1984-09-21' }
const { number } = kim

const isAskedToRing = async (amira: AtBrowser): Promise<void> => {
  await amira.open('/today')
  await amira.follow('Record call')
  await amira.reads('Day 1 of 21.')
}

const isTold = async (someone: AtBrowser): Promise<void> => {
  await someone.open('/today')
  await someone.reads('Kim Reid died on 3 December 2026. Letters, reminders and calls have stopped.')
  await someone.doesNotRead('Record call')
  await someone.doesNotRead('Call sheet')
}

const confirmSeen = async (someone: AtBrowser): Promise<void> => {
  await someone.press('Confirm seen')
  await someone.doesNotRead('Kim Reid died')
}

describe.each(bothWays)('a death, $words', ({ javaScript }) => {
  const stage = withStage({ javaScript })

  it('told of after release ends every call', { timeout: aStory }, async () => {
    const { house, clock } = stage()
    const personId = await inTreatmentAtLeeds(stage(), kim, '2026-12-01')
    await sendHandover(await stage().as('colin'), 'Bradford community service')
    await acceptHandover(await stage().as('amira'), 'Kim Reid')

    clock.set(Temporal.Instant.from('2026-12-02T09:00:00Z'))
    await feed(house, { number, reason: 'RELEASED', prison: 'LEI', at: '2026-12-01T09:30:00' })
    await isAskedToRing(await stage().as('amira'))

    clock.set(Temporal.Instant.from('2026-12-04T09:00:00Z'))
    await registerPerson(house, { ...kim, died: '2026-12-03' })
    const amira = await stage().as('amira')
    await isTold(amira)
    await confirmSeen(amira)
    await amira.open(`/people/${personId}/follow-up`)
    await amira.reads('They have died. Nobody is to ring, and nothing more is owed.')
    await amira.doesNotRead('Record')
    await amira.open('/releases')
    await amira.doesNotRead('Kim Reid')
    await isTold(await stage().as('rosa'))
  })
})
