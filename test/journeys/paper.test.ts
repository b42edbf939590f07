import { beforeAll, describe, expect, it } from 'vitest'
import { agreePlan } from '../../src/planning/testing.ts'
import { aStory, withStage } from '../support/at-a-browser.ts'
import { visit } from '../support/browse.ts'
import { sheetsOf } from '../support/pdf.ts'
import { inTreatmentAtLeeds } from './scenes.ts'

const lee = { number: 'A4567EF', given: 'Lee', family: 'Whitaker', born: '1989-03-04' }
const goals = Array.from({ length: 14 }, (_, index) => `I want to reach step ${index + 1}`)
const furniture = 'nav, header, footer, button, .govuk-button, .tc-person__navigation, main form'

/** Things of a page that are to be pressed, or that look like a link: none of them belongs on paper. */
const inTheWay = `[...document.querySelectorAll('${furniture}')]
  .filter((part) => part.checkVisibility()).map((part) => part.outerHTML.slice(0, 80))
  .concat([...document.querySelectorAll('a')].filter((link) => link.checkVisibility() && getComputedStyle(link).textDecorationLine !== 'none').map((link) => link.textContent))`

/** How far anything reaches past the right edge of the sheet. */
const cutOff = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

describe('on paper', () => {
  const staged = withStage({ javaScript: true })
  let base: string

  beforeAll(async () => {
    base = `/people/${await inTreatmentAtLeeds(staged(), lee, '2027-06-22')}`
    const rosa = await visit(staged().house, 'rosa')
    await agreePlan(rosa, base.slice('/people/'.length), goals)
  })

  const printed = async (path: string): Promise<readonly string[]> => {
    const { page, open } = await staged().as('rosa')
    await page.setViewportSize({ width: 794, height: 1123 })
    await open(path)
    await page.emulateMedia({ media: 'print' })
    expect([path, await page.evaluate(inTheWay)]).toEqual([path, []])
    expect([path, await page.evaluate(cutOff)]).toEqual([path, 0])
    const sheets = sheetsOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))
    await page.emulateMedia({ media: 'screen' })
    return sheets
  }

  it(
    'every sheet of a plan says whose it is and who printed it when, with room to sign',
    async () => {
      const sheets = await printed(`${base}/plan`)
      expect(sheets.length).toBeGreaterThan(1)
      for (const sheet of sheets)
        expect(sheet.replaceAll('\n', '')).toMatch(
          /Lee Whitaker, A4567EF, born 4 March 1989 \(37\)\. Printed on 23 November 2026 at 08:55 by Rosa Example\./,
        )
      expect(sheets.join('\n')).toMatch(/Lee Whitaker\nWorker\nDate\n/)
    },
    aStory,
  )

  it(
    'the copy that somebody keeps has a name on every sheet, and no number',
    async () => {
      for (const style of ['plain', 'easy']) {
        const sheets = await printed(`${base}/plan/copy?style=${style}`)
        expect(sheets.length).toBeGreaterThan(1)
        for (const sheet of sheets) expect(sheet).toContain('Lee Whitaker')
        expect(sheets.join('')).not.toContain('A4567EF')
        expect(sheets.join('')).toContain('I agree to this plan')
      }
    },
    aStory,
  )

  it(
    'a day has boxes to tick, and rows for whoever was not planned',
    async () => {
      const words = (await printed('/contacts/day-list')).join('\n')
      expect(words.match(/Not unlocked/g)?.length).toBeGreaterThanOrEqual(3)
      expect(words).toMatch(/Printed on 23 November 2026 at 08:55 by Rosa Example/)
    },
    aStory,
  )
})
