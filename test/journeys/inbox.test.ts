import { describe, it } from 'vitest'
import { known, tell } from '../../src/exchange/testing.ts'
import { aLeaver } from '../../src/insight/testing.ts'
import { aStory, bothWays, type Stage, withStage } from '../support/at-a-browser.ts'

const released = { says: 'released', reason: 'RELEASED', at: '2026-11-22T10:00:00Z' } as const

const held = async ({ house }: Stage, name: string, number: string): Promise<void> => {
  await known(house.database, name, number)
  await tell(house.database, { number, says: 'received', reason: 'ADMISSION', at: '2026-11-02T18:00:00Z' })
}

const wrongMessage = async (stage: Stage): Promise<void> => {
  await held(stage, 'Lee Whitaker', 'A2001AA')
  await tell(stage.house.database, { ...released, number: 'A2001AA' })
  const rosa = await stage.as('rosa')
  await rosa.open('/feed')
  await rosa.follow(/Set aside that Lee Whitaker left Leeds/)
  await rosa.press('Set aside')
  await rosa.reads('Say why the message is wrong, and how you know')
  await rosa.fill(/Why is it wrong/, 'He is on B wing.')
  await rosa.press('Set aside')
  await rosa.reads('it changes nothing. “He is on B wing.”')
  await rosa.follow(/Take this back that Lee Whitaker left Leeds/)
  await rosa.fill(/right after all/, 'He left after all.')
  await rosa.press('Let it count again')
  await rosa.reads('The message counts again.')
}

const unknownReason = async (stage: Stage): Promise<void> => {
  await held(stage, 'Una Code', 'A2002AA')
  await tell(stage.house.database, { ...released, number: 'A2002AA', code: 'ZZ9' })
  const tessa = await stage.as('tessa')
  await tessa.open('/feed')
  await tessa.follow(/Decide about Una Code/)
  await tessa.choose('They went into the community')
  await tessa.fill(/How do you know/, 'Rang reception.')
  await tessa.press('Decide')
  await tessa.reads('Nothing waits for a decision.')
}

const figure = async ({ house, town, as }: Stage): Promise<void> => {
  const stay = { cameInDaysAgo: 200, leftDaysAgo: 60 }
  await aLeaver(house.database, {
    ...stay,
    given: 'Stan',
    family: 'Example',
    episodes: [
      { serviceId: town.services.leeds, setting: 'custody', referredDaysAgo: 190, startedDaysAgo: 180 },
      { serviceId: town.services.bradford, setting: 'community', referredDaysAgo: 70, startedDaysAgo: 50 },
    ],
  })
  const colin = await as('colin')
  await colin.open('/continuity')
  await colin.reads(/Of 1 person released in treatment/)
  await colin.follow('1 started within 21 days')
  await colin.reads('Stan Example')
  await colin.reads(/Started community treatment on 4 October 2026, day 10 after release/)
  await colin.follow('Back to continuity')
  await colin.reads('What we do not know')
  await (await as('commy')).open('/continuity')
}

describe.each(bothWays)('what the feed said and what became of it, $words', ({ javaScript }) => {
  const stage = withStage({ javaScript })

  it('a message that was wrong, and was right after all', () => wrongMessage(stage()), aStory)
  it('a release for a reason nobody knew', () => unknownReason(stage()), aStory)
  it('the figure, and the people behind it', () => figure(stage()), aStory)
})
