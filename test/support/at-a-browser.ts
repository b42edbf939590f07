import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Serving, serve } from '../../src/main.web.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { buildTown, type Town, townPassword } from './town.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const check = `axe.run().then((result) => result.violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html)
  .filter((html) => id !== 'aria-allowed-attr' || !html.includes('govuk-radios__input')).join(' ')).filter((words) => !words.endsWith(': ')))`

/** Somebody at a real browser, who does what the page says in its own words. Every page they come to is checked with axe. */
export interface AtBrowser {
  readonly page: Page
  open(path: string): Promise<void>
  /** Follows the link with these words. */
  follow(words: string | RegExp): Promise<void>
  fill(label: string | RegExp, text: string): Promise<void>
  /** Ticks the box or picks the answer with this label. */
  choose(label: string | RegExp, within?: string | RegExp): Promise<void>
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
  await page.evaluate(axe)
  expect(await page.evaluate(check), page.url()).toEqual([])
}

/** Without script axe cannot run in the page itself: the same document is looked at in a page where it can. */
const lookedAtCopy = async (page: Page, copy: Page): Promise<void> => {
  const html = await page.content()
  await copy.setContent(html.replace(/<script[\s\S]*?<\/script>/g, ''), { waitUntil: 'load' })
  await looked(copy)
}

const patience = 10_000

const atBrowser = (page: Page, base: string, look: () => Promise<void>): AtBrowser => {
  const main = page.locator('main')
  page.setDefaultTimeout(patience)
  const leadsOn = async (act: () => Promise<unknown>): Promise<void> => {
    const arrived = page.waitForEvent('framenavigated')
    await act()
    await arrived
    await page.waitForLoadState('load')
    await look()
  }
  return {
    page,
    open: (path) => leadsOn(() => page.goto(new URL(path, base).toString())),
    follow: (words) => leadsOn(() => page.getByRole('link', { name: words }).first().click()),
    fill: (label, text) => page.getByLabel(label).first().fill(text),
    choose: (label, within) =>
      (within === undefined ? page : page.getByRole('group', { name: within }))
        .getByLabel(label)
        .first()
        .check(),
    select: async (label, option) => {
      await page.getByLabel(label).first().selectOption({ label: option })
    },
    press: (button) => leadsOn(() => page.getByRole('button', { name: button }).first().click()),
    reads: (words) => main.getByText(words).first().waitFor({ state: 'attached' }),
    doesNotRead: async (words) => {
      expect(await main.getByText(words).count()).toBe(0)
    },
  }
}

const copies = async (browser: Browser, base: string): Promise<Page> => {
  const copy = await (await browser.newContext({ bypassCSP: true })).newPage()
  await copy.goto(new URL('/health', base).toString())
  return copy
}

/** For a journey: opens house, town, server and browser before it, and closes all of it after. */
export const withStage = (options: { readonly javaScript: boolean }): (() => Stage) => {
  let stage: Stage | undefined
  let browser: Browser | undefined
  let serving: Serving | undefined
  beforeAll(async () => {
    const opened = await openTestHouse()
    const town = await buildTown(opened.house)
    const running = await serve(opened.house)
    serving = running
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-quic',
        '--no-first-run',
      ],
    })
    const as = async (signInName: string): Promise<AtBrowser> => {
      const context = await (browser as Browser).newContext({
        javaScriptEnabled: options.javaScript,
        bypassCSP: true,
      })
      const page = await context.newPage()
      const copy = options.javaScript ? page : await copies(browser as Browser, running.url)
      const person = atBrowser(page, running.url, () =>
        options.javaScript ? looked(page) : lookedAtCopy(page, copy),
      )
      await person.open('/sign-in')
      await person.fill('Sign-in name', signInName)
      await person.page.locator('input[type=password]').fill(townPassword)
      await person.press('Sign in')
      return person
    }
    stage = { ...opened, town, as }
  })
  afterAll(async () => {
    await browser?.close()
    await serving?.stop()
  })
  return () => {
    if (stage === undefined) throw new Error('The stage is open only inside a test.')
    return stage
  }
}
