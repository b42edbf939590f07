import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { quietScreen } from '../../src/assessment/testing.ts'
import { arrive } from '../support/arrivals.ts'
import { type AtBrowser, aStory, bothWays, withStage } from '../support/at-a-browser.ts'

/** Somebody at a browser whose pages and filled-in fields are counted. */
const counted = (person: AtBrowser) => {
  const count = { pages: 0, fields: 0 }
  const one =
    <Args extends readonly unknown[]>(kind: keyof typeof count, act: (...args: Args) => Promise<void>) =>
    async (...args: Args): Promise<void> => {
      count[kind] += 1
      await act(...args)
    }
  return {
    count,
    open: one('pages', person.open),
    follow: one('pages', person.follow),
    fill: one('fields', person.fill),
    choose: one('fields', person.choose),
    press: person.press,
  }
}

/** What docs/minutes.md says of a job: pages and fields. */
const inTheDocs = (job: string): { readonly pages: number; readonly fields: number } => {
  const text = readFileSync(new URL('../../docs/minutes.md', import.meta.url), 'utf8')
  const row = text.split('\n').find((line) => line.startsWith(`| ${job} |`)) ?? ''
  const [, , pages, fields] = row.split('|').map((cell) => Number(cell.trim()))
  return { pages: pages ?? Number.NaN, fields: fields ?? Number.NaN }
}

describe.each(bothWays)('contacts and notes $words', ({ javaScript }) => {
  const staged = withStage({ javaScript })
  const numbers = Array.from({ length: 10 }, (_, index) => `A${1000 + index}BC`)

  beforeAll(async () => {
    const { house } = staged()
    for (const [index, prisonNumber] of numbers.entries())
      await arrive(house, { givenName: `Person${index}`, familyName: 'Example', prisonNumber })
  })

  it(
    'a kept contact with its note takes two pages and five fields at most',
    async () => {
      const rosa = await staged().as('rosa')
      await rosa.open('/people')
      await rosa.fill('Number, name or date of birth', 'A1000BC')
      await rosa.press('Show')
      await rosa.follow(/Person0 Example/)
      const page = counted(rosa)
      await page.follow('Contacts and notes')
      await page.follow('Record contact')
      await page.choose('Kept')
      await page.fill('What was said or done', 'Wants to ring his sister before Friday')
      await page.press('Save contact')
      await rosa.reads('Contact with Person0 Example recorded: kept')
      await rosa.reads('Wants to ring his sister before Friday')
      expect(page.count).toEqual(inTheDocs('a kept contact with its note'))
      expect(page.count.pages).toBeLessThanOrEqual(2)
      expect(page.count.fields).toBeLessThanOrEqual(5)
    },
    aStory,
  )

  it(
    'ten contacts of a day on paper are typed on one page',
    async () => {
      const rosa = await staged().as('rosa')
      const page = counted(rosa)
      await page.open('/contacts/back-entry')
      for (const [index, number] of numbers.entries()) {
        await page.fill(`Prison number of somebody else ${index + 1}`, number)
        await rosa.page
          .getByLabel(`Did it happen? somebody else ${index + 1}`, { exact: true })
          .selectOption('kept')
        page.count.fields += 1
      }
      await page.press('Record the day')
      await rosa.reads('10 recorded.')
      expect(page.count).toEqual(inTheDocs('ten contacts of a day on paper'))
      expect(page.count.pages).toBe(1)
    },
    aStory,
  )

  it(
    'an arrival screen takes one page and ten fields at most',
    async () => {
      const rosa = await staged().as('rosa')
      await rosa.open('/people')
      await rosa.fill('Number, name or date of birth', 'A1002BC')
      await rosa.press('Show')
      const link = rosa.page.getByRole('link', { name: /Person2 Example/ }).first()
      const page = counted(rosa)
      await page.open(`${await link.getAttribute('href')}/arrival-screen`)
      for (const [name, value] of Object.entries(quietScreen)) {
        await rosa.page.check(`[name="${name}"][value="${value}"]`)
        page.count.fields += 1
      }
      await rosa.page.locator('main button[type=submit]').first().click()
      await rosa.reads(/screened|Screen recorded|recorded/i)
      expect(page.count).toEqual(inTheDocs('an arrival screen'))
      expect(page.count.pages).toBe(1)
      expect(page.count.fields).toBeLessThanOrEqual(10)
    },
    aStory,
  )

  it(
    'what is typed is there after a lapsed session, and the page fits a narrow screen and paper',
    async () => {
      const rosa = await staged().as('rosa')
      await rosa.open('/people')
      await rosa.fill('Number, name or date of birth', 'A1001BC')
      await rosa.press('Show')
      await rosa.follow(/Person1 Example/)
      await rosa.follow('Contacts and notes')
      await rosa.follow('Write a note')
      const address = rosa.page.url()
      await rosa.fill('What you want to remember', 'Half of what he said')
      if (javaScript) await rosa.reads(/Draft kept at/)
      else await rosa.press('Save draft')
      const again = await staged().as('rosa')
      await again.open(address)
      expect(await again.page.getByLabel('What you want to remember').inputValue()).toContain('Half of what')
      await again.page.setViewportSize({ width: 320, height: 800 })
      const wide = await again.page.evaluate('document.documentElement.scrollWidth')
      expect(wide).toBeLessThanOrEqual(320)
      await again.open('/contacts/day-list')
      await again.page.emulateMedia({ media: 'print' })
      expect(await again.page.getByText('Show the whole team’s').isVisible()).toBe(false)
      expect(await again.page.getByText('Prison number:').first().isVisible()).toBe(true)
      await again.page.emulateMedia({ media: 'screen' })
    },
    aStory,
  )
})
