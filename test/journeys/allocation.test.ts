import { describe, expect, it } from 'vitest'
import { aCase } from '../../src/casework/testing.ts'
import { type AtBrowser, aStory, bothWays, type Stage, withStage } from '../support/at-a-browser.ts'

const people = async ({ house, town }: Stage): Promise<void> => {
  const of = (given: string, told: object) =>
    aCase(house.database, { given, family: 'Walker', town, worker: 'rosa', ...told })
  await of('Lee', { wing: 'C', cell: '2-10', flag: 'overdose_risk', leavesInDays: 12, seenDaysAgo: 3 })
  await of('Max', { wing: 'C', cell: '2-9', plannedInDays: 1 })
  await of('Ned', { wing: 'A', cell: '1-1', seenDaysAgo: 20 })
}

/** Nothing of the page is wider than a small telephone. */
const fitsSmallScreen = async ({ page }: AtBrowser): Promise<void> => {
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(wide, page.url()).toBeLessThanOrEqual(320)
}

const giveBack = async (rosa: AtBrowser): Promise<void> => {
  await rosa.open('/caseload')
  await rosa.reads('My caseload (3)')
  await fitsSmallScreen(rosa)
  await rosa.follow(/^Where/)
  expect(await rosa.page.locator('tbody th a').allTextContents()).toEqual([
    'Ned Walker',
    'Max Walker',
    'Lee Walker',
  ])
  await rosa.follow('Lee Walker')
  await rosa.follow(/^History.*worked with them/)
  await rosa.follow('Give back')
  await rosa.fill('Why?', 'We went to school together')
  await rosa.press('Give back')
  await rosa.reads('They have no worker now: your team leader sees that.')
}

const allocateAgain = async (tessa: AtBrowser): Promise<void> => {
  await tessa.open('/team')
  await tessa.reads('Without a worker (1)')
  await tessa.reads('Colin Example: has the most room')
  await fitsSmallScreen(tessa)
  await tessa.follow('Allocate several at once')
  await tessa.reads('Given back: We went to school together')
  await fitsSmallScreen(tessa)
  await tessa.choose('Lee Walker')
  await tessa.press('Allocate those chosen')
  await tessa.reads('1 person allocated: 1 to Colin Example.')
}

const coverLeave = async (tessa: AtBrowser): Promise<void> => {
  await tessa.follow('Leave and cover')
  await tessa.follow('Record leave')
  await tessa.select('Who is away?', 'Rosa Example')
  await tessa.date('First day away', '2026-11-23')
  await tessa.date('First day back', '2026-11-30')
  await tessa.choose('Colin Example')
  await fitsSmallScreen(tessa)
  await tessa.press('Record leave')
  await tessa.reads('Rosa Example is away until Monday 30 November. 2 people covered until then.')
  await fitsSmallScreen(tessa)
}

describe.each(bothWays)('who works with whom, $words', ({ javaScript }) => {
  const stage = withStage({ javaScript })

  it('is given back, allocated again, and covered during leave', { timeout: aStory }, async () => {
    await people(stage())
    await giveBack(await stage().as('rosa'))
    const tessa = await stage().as('tessa')
    await allocateAgain(tessa)
    await coverLeave(tessa)
    const colin = await stage().as('colin')
    await colin.open('/caseload')
    await colin.reads('My caseload (3)')
    await colin.reads('covering for Rosa Example until Monday 30 November')
    await colin.follow('Lee Walker')
    await colin.follow(/^History.*worked with them/)
    await colin.reads('Given back: We went to school together')
  })
})
