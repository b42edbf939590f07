import { describe, it } from 'vitest'
import { type AtBrowser, aStory, bothWays, withStage } from '../support/at-a-browser.ts'
import { acceptHandover, finishAndSend, inTreatmentAtLeeds, sendHandover } from './scenes.ts'

const dale = { number: 'A2345CD', given: 'Dale', family: 'Ford', born: '1990-07-02' }

const decline = async (amira: AtBrowser): Promise<void> => {
  await amira.open('/handovers')
  await amira.follow('Dale Ford')
  await amira.follow('Decline')
  await amira.choose('Outside our area')
  await amira.select('Who should have it instead?', 'Wakefield community service')
  await amira.press('Decline')
  await amira.reads('Declined. Leeds recovery team is told')
}

const chooseAnother = async (colin: AtBrowser): Promise<void> => {
  await colin.open('/today')
  await colin.reads(/Bradford community service declined/)
  await colin.follow(/^Choose another service ?: Choose another service for Dale Ford$/)
  await colin.reads(/Declined by Bradford community service .* They suggest Wakefield community service\./)
  await colin.follow('To whom')
  await colin.press('Save and go on')
  await finishAndSend(colin, 'Wakefield community service')
}

describe.each(bothWays)('a second service, $words', ({ javaScript }) => {
  const stage = withStage({ javaScript })

  it('is chosen after the first declined, and accepts', { timeout: aStory }, async () => {
    await inTreatmentAtLeeds(stage(), dale, '2026-12-08')
    const colin = await stage().as('colin')
    await sendHandover(colin, 'Bradford community service')
    const amira = await stage().as('amira')
    await decline(amira)
    await chooseAnother(colin)
    await acceptHandover(await stage().as('wes'), 'Dale Ford')
    await colin.open('/releases')
    await colin.reads('Accepted, Wakefield community service')
    await amira.open('/handovers')
    await amira.doesNotRead('Dale Ford')
  })
})
