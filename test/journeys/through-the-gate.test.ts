import { describe, it } from 'vitest'
import { type AtBrowser, withStage } from '../support/at-a-browser.ts'
import { feed, registerPerson, tellReleaseDate } from '../support/feed.ts'

const number = 'A1234BC'

const screen = async (rosa: AtBrowser): Promise<void> => {
  await rosa.open('/today')
  await rosa.reads('Marcus Bell')
  await rosa.follow(/Start screen/)
  await rosa.choose('Heroin or other opioids that were not prescribed')
  await rosa.choose('Heroin or other opioids', 'Needing it')
  await rosa.choose('None', 'Prescribed treatment')
  await rosa.choose('Never', 'Last overdose')
  await rosa.choose('Never', 'Injecting')
  await rosa.choose('Never', 'drink containing alcohol')
  await rosa.choose('No', 'Thoughts of self-harm')
  await rosa.choose('Yes', 'Agrees to be seen')
  await rosa.press('Record screen')
}

const triage = async (rosa: AtBrowser): Promise<void> => {
  await rosa.open('/today')
  await rosa.follow(/Start triage/)
  await rosa.choose('Stopping or cutting down drugs')
  await rosa.select('What it is mainly about', 'Opiates')
  await rosa.choose('None of these', 'Risk now')
  await rosa.fill('Phone number outside', '07700 900123')
  await rosa.choose('Them, but no message')
  await rosa.choose('Family or friends')
  await rosa.choose('Yes', 'Agrees that we pass this on')
  await rosa.choose('Taken on')
  await rosa.press('Record triage')
  await rosa.reads(/Triage recorded/)
}

describe.each([
  { words: 'with JavaScript', javaScript: true },
  { words: 'without JavaScript', javaScript: false },
])('through the gate, $words', ({ javaScript }) => {
  const stage = withStage({ javaScript })

  it('arrival, screen, triage, worker, treatment', async () => {
    const { house } = stage()
    await registerPerson(house, { number, family: 'Bell', given: 'Marcus', born: '1988-03-14' })
    await feed(house, { number, reason: 'ADMISSION', prison: 'LEI', at: '2026-11-22T21:40:00' })
    await tellReleaseDate(house, number, 'CRD', '2026-12-08')
    const rosa = await stage().as('rosa')
    await screen(rosa)
    await triage(rosa)
    const tessa = await stage().as('tessa')
    await tessa.open('/people?q=A1234BC')
    await tessa.follow(/Marcus Bell/)
    await tessa.follow(/Choose worker/)
    await tessa.choose('Rosa Example')
    await tessa.press('Allocate')
  })
})
