import { describe, expect, it } from 'vitest'
import { type AtBrowser, aStory, bothWays, withStage } from '../support/at-a-browser.ts'
import { inTreatmentAtLeeds } from './scenes.ts'

const marcus = { number: 'A2346CD', given: 'Marcus', family: 'Bell', born: '1991-02-03' }

/** Every page of it also fits a telephone. */
const fitsATelephone = async ({ page }: AtBrowser): Promise<void> => {
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate('document.documentElement.scrollWidth'), page.url()).toBeLessThanOrEqual(320)
  await page.setViewportSize({ width: 1280, height: 900 })
}

const assessInPart = async (rosa: AtBrowser): Promise<void> => {
  await rosa.follow('Start or go on with it')
  await fitsATelephone(rosa)
  await rosa.follow('Substances')
  await rosa.choose('Heroin or other opioids that were not prescribed')
  await fitsATelephone(rosa)
  await rosa.press('Save and go on')
  await rosa.reads('1 of 16 parts saved')
  await rosa.follow('Use before custody and since')
  await rosa.fill('Days of heroin or other opioids in the 28 before custody', '29')
  await rosa.press('Save and go on')
  await rosa.reads('enter a whole number from 0 to 28')
  await rosa.fill('Days of heroin or other opioids in the 28 before custody', '20')
  await rosa.press('Save and go on')
}

const finishWhatSheBegan = async (colin: AtBrowser): Promise<void> => {
  await colin.reads(/Saved today by Rosa Example/)
  await colin.follow('Overdose')
  await colin.choose('Never', 'Last overdose')
  await colin.press('Save and go on')
  await colin.follow('Risk now')
  await colin.choose('No', 'Thoughts of self-harm or suicide')
  await colin.press('Save and go on')
  await colin.follow('Check your answers')
  await fitsATelephone(colin)
  await colin.press('Complete the assessment')
  await colin.reads('Assessment completed.')
  await colin.reads('20 of the 28 days before custody')
}

const takePhq9 = async (rosa: AtBrowser): Promise<void> => {
  await rosa.follow('Take PHQ-9')
  await fitsATelephone(rosa)
  const items = await rosa.page.locator('main fieldset', { hasText: 'Several days' }).all()
  for (const item of items.slice(0, -1)) await item.getByLabel('Not at all').check()
  await items.at(-1)?.getByLabel('Several days').check()
  await rosa.press('Record')
  await rosa.reads('What was done to make Marcus Bell safe')
  await rosa.choose('Wing or reception officer')
  await rosa.choose('Opened now')
  await rosa.choose('A nurse')
  await rosa.press('Record what was done')
}

const takeTop = async (rosa: AtBrowser): Promise<void> => {
  await rosa.reads('the four weeks before custody')
  for (const week of [4, 3, 2, 1]) await rosa.page.fill(`[name=top_opiates-${week}]`, '5')
  await fitsATelephone(rosa)
  await rosa.press('Record')
  await rosa.reads('TOP of Marcus Bell recorded: start.')
}

describe.each(bothWays)('assessing somebody, $words', ({ javaScript }) => {
  const stage = withStage({ javaScript })

  it('is begun by one worker, finished by another, and scored', { timeout: aStory }, async () => {
    const id = await inTreatmentAtLeeds(stage(), marcus, '2027-06-01')
    const at = `/people/${id}/assessments`
    const rosa = await stage().as('rosa')
    await rosa.open(at)
    await assessInPart(rosa)
    const colin = await stage().as('colin')
    await colin.open(`${at}/comprehensive`)
    await finishWhatSheBegan(colin)
    await rosa.open(at)
    await takePhq9(rosa)
    await rosa.open(`${at}/top/start`)
    await takeTop(rosa)
    await rosa.follow('TOP over time')
    await fitsATelephone(rosa)
    await rosa.reads('Days in 28, and how they rate themselves from 0 to 20')
  })
})
