import { describe, it } from 'vitest'
import { aStory, bothWays, withStage } from '../support/at-a-browser.ts'
import { inTreatmentAtLeeds } from './scenes.ts'

const lee = { number: 'A4567EF', given: 'Lee', family: 'Whitaker', born: '1989-03-04' }

describe.each(bothWays)('an overdose is written down, $words', ({ javaScript }) => {
  const stage = withStage({ javaScript })

  it('and what was done is said at once; a test that was refused; one record set aside', {
    timeout: aStory,
  }, async () => {
    await inTreatmentAtLeeds(stage(), lee, '2027-06-22')
    const rosa = await stage().as('rosa')
    await rosa.open('/today')
    await rosa.follow('Lee Whitaker')
    await rosa.follow('Tests')
    await rosa.reads('No test or incident that you may read has been recorded')
    await rosa.follow(/Record an incident/)
    await rosa.choose('Overdose')
    await rosa.choose('Yes')
    await rosa.fill('Where', 'Cell C2-14')
    await rosa.fill('What happened, in short', 'Found grey and slow to answer. Came round.')
    await rosa.choose('Healthcare')
    await rosa.press('Record incident')
    await rosa.reads('Recorded of Lee Whitaker: an overdose in the last month')
    await rosa.choose('Healthcare')
    await rosa.choose('Was open already')
    await rosa.choose('A nurse')
    await rosa.press('Record what was done')
    await rosa.reads('What was done is recorded')

    await rosa.open('/today')
    await rosa.doesNotRead('Make Lee Whitaker safe')
    await rosa.follow('Lee Whitaker')
    await rosa.follow('Tests')
    await rosa.follow(/Record a test/)
    await rosa.choose('Voluntary or compact')
    await rosa.choose('Refused')
    await rosa.press('Record test')
    await rosa.reads('Test of Lee Whitaker recorded: refused')

    await rosa.follow(/^Incident: overdose/)
    await rosa.reads('Came round')
    await rosa.follow(/Set aside/)
    await rosa.fill('Why it is wrong', 'It was his cell mate')
    await rosa.press('Set aside')
    await rosa.reads('It stays readable, and what it raised is owed no longer')
    await rosa.doesNotRead('Incident: overdose')
  })
})
