import { describe, it } from 'vitest'
import { type AtBrowser, aStory, bothWays, type Stage, withStage } from '../support/at-a-browser.ts'
import { feed, registerPerson, tellReleaseDate } from '../support/feed.ts'
import { acceptHandover, sendHandover } from './scenes.ts'

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
  await rosa.choose('Them, but leave no message')
  await rosa.choose('Family or friends')
  await rosa.choose('Yes', 'Agrees that we pass this on')
  await rosa.choose('Taken on')
  await rosa.press('Record triage')
  await rosa.reads(/Triage recorded/)
}

const arrive = async ({ house }: Stage): Promise<void> => {
  await registerPerson(house, { number, family: 'Bell', given: 'Marcus', born: '1988-03-14' })
  await feed(house, { number, reason: 'ADMISSION', prison: 'LEI', at: '2026-11-22T21:40:00' })
  await tellReleaseDate(house, number, 'CRD', '2026-12-08')
}

const allocate = async (tessa: AtBrowser): Promise<void> => {
  await tessa.open('/today')
  await tessa.follow('Choose worker')
  await tessa.choose('Rosa Example')
  await tessa.press('Allocate')
  await tessa.reads('Rosa Example works with Marcus Bell from today.')
}

const startTreatment = async (rosa: AtBrowser): Promise<void> => {
  await rosa.open('/people')
  await rosa.fill('Number, name or date of birth', 'A1234BC')
  await rosa.press('Show')
  await rosa.follow('Marcus Bell')
  await rosa.unfold('more, now or later')
  await rosa.follow('Start treatment')
  await rosa.choose('Opioid substitution')
  await rosa.press('Record the start')
  await rosa.reads('Marcus Bell is in treatment with Leeds recovery team from today.')
}

const bookDayThree = async (amira: AtBrowser): Promise<void> => {
  await amira.follow('Book the first appointment')
  await amira.date('On which day', '2026-12-11')
  await amira.fill('Time', '11:00')
  await amira.fill('Place', '12 Manor Row')
  await amira.press('Book appointment')
  await amira.reads('Appointment booked for Friday 11 December, day 3 after release.')
}

const sayThatTreatmentStarted = async (amira: AtBrowser): Promise<void> => {
  await amira.open('/handovers')
  await amira.follow('Marcus Bell')
  await amira.follow('Say what became of it')
  await amira.choose('Kept')
  await amira.press('Save')
  await amira.reads('Recorded: Marcus Bell came.')
  await amira.choose('Yes')
  await amira.choose('Opioid substitution')
  await amira.press('Save')
  await amira.reads('Marcus Bell is in treatment with Bradford community service from today.')
}

const readFigure = async (colin: AtBrowser, words: string | RegExp): Promise<void> => {
  await colin.open('/continuity')
  await colin.reads(words)
}

describe.each(bothWays)('through the gate, $words', ({ javaScript }) => {
  const stage = withStage({ javaScript })

  it('is seen on arrival, taken on, handed over, released, met on day 3, and counts', {
    timeout: aStory,
  }, async () => {
    const { house, clock } = stage()
    await arrive(stage())
    const rosa = await stage().as('rosa')
    await screen(rosa)
    await triage(rosa)
    await allocate(await stage().as('tessa'))
    await startTreatment(rosa)
    const colin = await stage().as('colin')
    await readFigure(colin, 'Nobody was released in treatment')
    await sendHandover(colin, 'Bradford community service')
    const amira = await stage().as('amira')
    await acceptHandover(amira, 'Marcus Bell')
    await bookDayThree(amira)

    clock.set(Temporal.Instant.from('2026-12-08T12:00:00Z'))
    await feed(house, { number, reason: 'RELEASED', prison: 'LEI', at: '2026-12-08T09:30:00' })
    await readFigure(
      await stage().as('colin'),
      /^Of 1 person released in treatment .* 0 started community treatment within 21 days/,
    )

    clock.set(Temporal.Instant.from('2026-12-11T11:50:00Z'))
    await sayThatTreatmentStarted(await stage().as('amira'))
    await readFigure(
      await stage().as('colin'),
      /^Of 1 person released in treatment .* 1 started community treatment within 21 days/,
    )
  })
})
