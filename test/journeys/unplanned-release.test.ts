import { describe, it } from 'vitest'
import { type AtBrowser, aStory, bothWays, withStage } from '../support/at-a-browser.ts'
import { feed } from '../support/feed.ts'
import { inTreatmentAtLeeds } from './scenes.ts'

const jordan = { number: 'A3456DE', given: 'Jordan', family: 'Ashe', born: '1995-01-30' }
const { number } = jordan

const fillInCallSheet = async (rosa: AtBrowser): Promise<void> => {
  await rosa.open('/today')
  await rosa.reads('Left without a hand-over (1)')
  await rosa.follow('Call sheet')
  await rosa.reads('Day 1 of 21.')
  await rosa.choose('No answer', 'What became of the call?')
  await rosa.fill('What the next service must know', 'Last dose on Monday morning.')
  await rosa.fill('Town or area where they are now', 'Bradford')
  await rosa.choose('Bradford community service')
  await rosa.choose('They agreed at triage')
  await rosa.press('Record and send')
  await rosa.reads('Call to Jordan Ashe recorded: no answer. Sent to Bradford community service')
  await rosa.doesNotRead('Left without a hand-over')
}

const readBoard = async (someone: AtBrowser, ...words: readonly string[]): Promise<void> => {
  await someone.open('/releases')
  await someone.reads('Jordan Ashe')
  for (const each of words) await someone.reads(each)
}

describe.each(bothWays)('an unplanned release, $words', ({ javaScript }) => {
  const stage = withStage({ javaScript })

  it('from court is heard of by the next morning, and handed over', { timeout: aStory }, async () => {
    const { house, clock } = stage()
    const personId = await inTreatmentAtLeeds(stage(), jordan, null)
    await feed(house, { number, reason: 'SENT_TO_COURT', prison: 'LEI', at: '2026-11-23T08:10:00' })
    const rosa = await stage().as('rosa')
    await rosa.open(`/people/${personId}`)
    await rosa.page.getByText('At court, from Leeds').first().waitFor()

    clock.set(Temporal.Instant.from('2026-11-24T08:55:00Z'))
    await feed(house, { number, reason: 'RELEASED', prison: 'LEI', at: '2026-11-23T14:20:00' })
    await fillInCallSheet(await stage().as('rosa'))
    await readBoard(await stage().as('colin'), 'Day 1 of 21', 'Left unexpectedly', 'no answer')
    const amira = await stage().as('amira')
    await readBoard(amira, 'Day 1 of 21')
    await amira.follow('Accept or decline')
    await amira.reads('Last dose on Monday morning.')

    clock.set(Temporal.Instant.from('2026-11-26T08:55:00Z'))
    await readBoard(await stage().as('colin'), 'Day 3 of 21')
  })
})
