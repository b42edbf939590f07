import { describe, it } from 'vitest'
import { type AtBrowser, aStory, bothWays, withStage } from '../support/at-a-browser.ts'
import { feed } from '../support/feed.ts'
import { acceptHandover, inTreatmentAtLeeds, sendHandover } from './scenes.ts'

const lee = { number: 'A4567EF', given: 'Lee', family: 'Whitaker', born: '1989-03-04' }
const { number } = lee

const seeWhatCame = async (isla: AtBrowser): Promise<void> => {
  await isla.open('/today')
  await isla.reads('Lee Whitaker')
  await isla.reads(/From .*Leeds.*in treatment since/)
  await isla.follow('Lee Whitaker')
  await isla.reads(/Leeds recovery team: in treatment since/)
  await isla.reads('Bradford community service: accepted')
  await isla.reads('First contact here with Lee Whitaker')
}

const recordFirstContact = async (isla: AtBrowser): Promise<void> => {
  await isla.follow('Record contact')
  await isla.choose('Kept')
  await isla.fill('What was said or done', 'Goes on as agreed at Leeds.')
  await isla.press('Save contact')
  await isla.reads('Contact with Lee Whitaker recorded: kept.')
  await isla.doesNotRead('First contact here with Lee Whitaker')
}

describe.each(bothWays)('a transfer on the way, $words', ({ javaScript }) => {
  const stage = withStage({ javaScript })

  it('loses nothing, and the new prison meets them', { timeout: aStory }, async () => {
    const { house, clock } = stage()
    await inTreatmentAtLeeds(stage(), lee, '2026-12-22')
    await sendHandover(await stage().as('colin'), 'Bradford community service')
    const amira = await stage().as('amira')
    await acceptHandover(amira, 'Lee Whitaker')

    clock.set(Temporal.Instant.from('2026-11-25T08:55:00Z'))
    await feed(
      house,
      { number, reason: 'TRANSFERRED_OUT', prison: 'LEI', at: '2026-11-24T09:00:00' },
      { number, reason: 'TRANSFERRED_IN', prison: 'ISI', at: '2026-11-24T15:30:00' },
    )
    const isla = await stage().as('isla')
    await seeWhatCame(isla)
    await recordFirstContact(isla)
    await isla.open('/handovers')
    await isla.follow('Lee Whitaker')
    await isla.reads(/Accepted by Bradford community service/)
    await stage().as('amira')
    await amira.open('/handovers')
    await amira.follow('Lee Whitaker')
    await amira.page.getByText('Isis').first().waitFor()
  })
})
