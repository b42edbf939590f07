import { describe, it } from 'vitest'
import { aStory, bothWays, withStage } from '../support/at-a-browser.ts'
import { finishAndSend, inTreatmentAtLeeds } from './scenes.ts'

const lee = { number: 'A3456CD', given: 'Lee', family: 'Marsh', born: '1991-02-17' }

describe.each(bothWays)('changing one’s mind, $words', ({ javaScript }) => {
  const stage = withStage({ javaScript })

  it('they agree, it is sent, they withdraw, and it is closed at once', { timeout: aStory }, async () => {
    const personId = await inTreatmentAtLeeds(stage(), lee, '2026-12-08')
    const rosa = await stage().as('rosa')
    await rosa.open(`/people/${personId}/sharing`)
    await rosa.follow('Record what they say')
    await rosa.choose('GP or pharmacy')
    await rosa.fill('Which practice or pharmacy', 'Market Street Pharmacy')
    await rosa.choose('They agree')
    await rosa.choose('Medicines and clinical notes')
    await rosa.choose('Spoken')
    await rosa.choose('Read aloud')
    await rosa.press('Record it')
    await rosa.reads('Market Street Pharmacy: GP or pharmacy')
    await rosa.open(`/people/${personId}/handover/new`)
    await rosa.choose('Bradford community service')
    await rosa.press('Save and go on')
    await finishAndSend(rosa, 'Bradford community service')
    const amira = await stage().as('amira')
    await amira.open('/handovers')
    await amira.follow('Lee Marsh')
    await amira.reads('Please meet him on the first day.')
    await rosa.open(`/people/${personId}/sharing`)
    await rosa.follow(/^Withdraw.*Bradford community service/)
    await rosa.reads('What was shared with them before')
    await rosa.press('Withdraw it now')
    await rosa.reads('Bradford community service sees nothing of what was shared on it')
    await amira.open('/handovers')
    await amira.doesNotRead('Lee Marsh')
    await amira.open('/today')
    await amira.reads('What was shared is closed to you')
    await rosa.open(`/people/${personId}/sharing/printed`)
    await rosa.reads('Who has looked at your record')
  })
})
