import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Serving, serve } from '../../src/main.web.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { buildTown, type Town, townPassword } from './town.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const check = `axe.run({ resultTypes: ['violations'] }).then((result) => result.violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html)
  .filter((html) => id !== 'aria-allowed-attr' || !html.includes('govuk-radios__input')).join(' ')).filter((words) => !words.endsWith(': ')))`

/** Somebody at a real browser, who does what the page says in its own words. Every page they come to is checked with axe. */
export interface AtBrowser {
  readonly page: Page
  open(path: string): Promise<void>
  /** Follows the link with these words, whether it looks like a link or a button. */
  follow(words: string | RegExp): Promise<void>
  /** Opens what is folded away behind these words. */
  unfold(words: string): Promise<void>
  fill(label: string | RegExp, text: string): Promise<void>
  /** Ticks the box or picks the answer with this label. */
  choose(label: string | RegExp, within?: string | RegExp): Promise<void>
  /** Fills in day, month and year of a date; `day` is ISO. */
  date(label: string, day: string): Promise<void>
  /** Picks from a drop-down. */
  select(label: string | RegExp, option: string): Promise<void>
  press(button: string | RegExp): Promise<void>
  /** Waits for these words in the main part. */
  reads(words: string | RegExp): Promise<void>
  doesNotRead(words: string | RegExp): Promise<void>
}

/** The service at an address of its own, with a town of staff, and browsers for them. */
export interface Stage extends TestHouse {
  readonly town: Town
  as(signInName: string): Promise<AtBrowser>
}

const looked = async (page: Page): Promise<void> => {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  expect(await page.evaluate(check), page.url()).toEqual([])
}

/** Without script axe cannot run in the page itself: the same document is looked at in a page where it can. */
const lookedAtCopy = async (page: Page, copy: Page): Promise<void> => {
  const html = await page.content()
  await copy.setContent(html.replace(/<script[\s\S]*?<\/script>/g, ''), { waitUntil: 'load' })
  await looked(copy)
}

const patience = 20_000

/** What did not go as told, with the page that they were on and what it said. */
const lost = async (page: Page, told: string, cause: unknown): Promise<Error> => {
  const read = await page
    .locator('main')
    .textContent({ timeout: 1000 })
    .catch(() => 'nothing')
  return new Error(`${told}, on ${page.url()}, which reads:\n${read?.replace(/\s+/g, ' ').slice(0, 3000)}`, {
    cause,
  })
}

const atBrowser = (page: Page, base: string, look: () => Promise<void>): AtBrowser => {
  const main = page.locator('main')
  page.setDefaultTimeout(patience)
  const does = async (told: string, act: () => Promise<unknown>): Promise<void> => {
    try {
      await act()
    } catch (cause) {
      throw await lost(page, told, cause)
    }
  }
  const leadsOn = async (told: string, act: () => Promise<unknown>): Promise<void> => {
    await does(told, () => Promise.all([page.waitForEvent('framenavigated'), act()]))
    await page.waitForLoadState('load')
    await look()
  }
  const linkTo = (name: string | RegExp): Locator =>
    page.getByRole('link', { name }).or(page.locator('a').and(page.getByRole('button', { name })))
  const labelled = (label: string | RegExp, within?: string | RegExp): Locator =>
    (within === undefined ? page : page.getByRole('group', { name: within })).getByLabel(label).first()
  return {
    page,
    open: (path) => leadsOn(`Opening ${path}`, () => page.goto(new URL(path, base).toString())),
    follow: (words) => leadsOn(`Following ${words}`, () => linkTo(words).first().click()),
    unfold: (words) =>
      does(`Unfolding ${words}`, () => main.locator('summary', { hasText: words }).first().click()),
    fill: (label, text) => does(`Filling in ${label}`, () => labelled(label).fill(text)),
    choose: (label, within) => does(`Choosing ${label}`, () => labelled(label, within).check()),
    date: (label, day) =>
      does(`Filling in ${label}`, async () => {
        const parts = day.split('-').reverse().map(Number)
        for (const [index, part] of ['Day', 'Month', 'Year'].entries())
          await labelled(part, label).fill(`${parts[index]}`)
      }),
    select: (label, option) =>
      does(`Selecting ${option}`, () => labelled(label).selectOption({ label: option })),
    press: (button) =>
      leadsOn(`Pressing ${button}`, () => page.getByRole('button', { name: button }).first().click()),
    reads: (words) =>
      does(`Reading ${words}`, () => main.getByText(words).first().waitFor({ state: 'attached' })),
    doesNotRead: async (words) => {
      expect(await main.getByText(words).count(), `${words} on ${page.url()}`).toBe(0)
    },
  }
}

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-quic',
      '--no-first-run',
    ],
  })

interface Scene {
  readonly browser: Browser
  readonly base: string
  readonly javaScript: boolean
}

const newPage = async ({ browser }: Scene, javaScriptEnabled: boolean): Promise<Page> =>
  (await browser.newContext({ javaScriptEnabled, bypassCSP: true })).newPage()

/** Brings somebody to their browser: a fresh one at first, the same one signed in again later. */
const comings = async (scene: Scene): Promise<Stage['as']> => {
  const { base, javaScript } = scene
  const copy = javaScript ? null : await newPage(scene, true)
  await copy?.goto(new URL('/health', base).toString())
  const people = new Map<string, AtBrowser>()
  const sitDown = async (): Promise<AtBrowser> => {
    const page = await newPage(scene, javaScript)
    return atBrowser(page, base, () => (copy === null ? looked(page) : lookedAtCopy(page, copy)))
  }
  return async (signInName) => {
    const isFirst = people.size === 0
    const person = people.get(signInName) ?? (await sitDown())
    people.set(signInName, person)
    await person.page.context().clearCookies()
    if (isFirst) await person.open('/sign-in')
    else await person.page.goto(new URL('/sign-in', base).toString())
    await person.fill('Sign-in name', signInName)
    await person.page.locator('input[type=password]').fill(townPassword)
    await person.press('Sign in')
    return person
  }
}

/** For a journey: opens house, town, server and browser before it, and closes all of it after. */
export const withStage = (options: { readonly javaScript: boolean }): (() => Stage) => {
  let stage: Stage | undefined
  let browser: Browser | undefined
  let serving: Serving | undefined
  beforeAll(async () => {
    const opened = await openTestHouse()
    const town = await buildTown(opened.house)
    serving = await serve(opened.house)
    browser = await launch()
    const as = await comings({ ...options, browser, base: serving.url })
    stage = { ...opened, town, as }
  })
  afterAll(async () => {
    await browser?.close()
    await serving?.drain(AbortSignal.abort())
    await stage?.house.close()
  })
  return () => {
    if (stage === undefined) throw new Error('The stage is open only inside a test.')
    return stage
  }
}

/** Long enough for a whole story on a machine that has much else to do, in milliseconds. */
export const aStory = 240_000

/** Every story is told twice: `describe.each(bothWays)`. */
export const bothWays = [
  { words: 'with JavaScript', javaScript: true },
  { words: 'without JavaScript', javaScript: false },
] as const
