import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations } from '../../../test/support/axe.ts'
import { visit } from '../../../test/support/browse.ts'
import { withHouse } from '../../../test/support/house.ts'
import { buildTown, townPassword } from '../../../test/support/town.ts'
import { type Serving, serve } from '../../main.web.ts'
import { buildAssets } from '../../platform/ui/build-assets.ts'
import { leeWhitaker, lookInto, quietScreen } from '../testing.ts'

const executablePath = '/usr/bin/chromium'
const opened = withHouse()

let serving: Serving
let browser: Browser

const signIn = async (name: string, javaScriptEnabled = true): Promise<BrowserContext> => {
  const context = await browser.newContext({ bypassCSP: true, javaScriptEnabled })
  context.setDefaultTimeout(5_000)
  const page = await context.newPage()
  await page.goto(new URL('/sign-in', serving.url).href)
  await page.fill('[name=sign_in_name]', name)
  await page.fill('[name=password]', townPassword)
  await page.click('main button[type=submit]')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return context
}

const openedBy = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(new URL(path, serving.url).href)
  return page
}

const choose = async (page: Page, answers: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(answers)) await page.check(`[name="${name}"][value="${value}"]`)
}

/** Where `THROUGHCARE_LOOK` names a folder, leaves a picture there for somebody to look at. */
const look = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.THROUGHCARE_LOOK
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const isSound = async (page: Page, name: string): Promise<void> => {
  for (const width of [1200, 320]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await axeViolations(page), `${name} at ${width}`).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(width)
    await look(page, `${name.replace('/', '-')}-${width}`)
  }
}

describe.runIf(existsSync(executablePath))('short forms in a browser', () => {
  beforeAll(async () => {
    buildAssets()
    await buildTown(opened().house)
    serving = await serve(opened().house)
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  })

  afterAll(async () => {
    await browser.close()
    await serving.drain(AbortSignal.abort())
  })

  it('shows what needs doing tonight as it is answered, and leads to saying what was done', async () => {
    const id = await leeWhitaker(opened())
    const context = await signIn('rosa')
    const page = await openedBy(context, `/people/${id}/arrival-screen`)
    const tonight = page.getByText('Make safe now')
    expect(await page.getByText('To do tonight').isVisible()).toBe(false)
    expect(await page.getByText('How many units').isVisible()).toBe(false)
    await choose(page, { ...quietScreen, harm: 'yes', signs: 'opioid', audit_1: 'monthly' })
    expect(await tonight.isVisible()).toBe(true)
    expect(await page.getByText('sees them before lock-up').isVisible()).toBe(true)
    expect(await page.getByText('How many units').isVisible()).toBe(true)
    await choose(page, { harm: 'no', audit_1: 'never' })
    expect(await tonight.isVisible()).toBe(false)
    await choose(page, { harm: 'yes' })
    await look(page, 'screen-answered')
    await page.click('main button:has-text("Record screen")')
    expect(page.url()).toContain('/safety-response')
    await choose(page, { told: 'wing', acct: 'opened', seen_by: 'nurse' })
    await look(page, 'safety')
    await page.click('main button:has-text("Record what was done")')
    await look(page, 'after-safety')
    expect(page.url()).not.toContain('/safety-response')
    await context.close()
  })

  it('does the same without script', async () => {
    const id = await leeWhitaker(opened())
    const context = await signIn('rosa', false)
    const page = await openedBy(context, `/people/${id}/arrival-screen`)
    expect(await page.getByText('To do tonight').isVisible()).toBe(false)
    expect(await page.getByText('How many units').isVisible()).toBe(true)
    await look(page, 'screen-no-script')
    await choose(page, { ...quietScreen, harm: 'yes' })
    await page.click('main button:has-text("Record screen")')
    expect(await page.getByText('Make safe now').isVisible()).toBe(true)
    expect(page.url()).toContain('/safety-response')
    await context.close()
  })

  it('asks anybody who leaves before they said what was done', async () => {
    const id = await leeWhitaker(opened())
    const context = await signIn('rosa')
    const page = await openedBy(context, `/people/${id}/arrival-screen`)
    await choose(page, { ...quietScreen, overdose: 'month' })
    await page.click('main button:has-text("Record screen")')
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      return dialog.dismiss()
    })
    await page.check('[name=acct][value=already]')
    await page.click('header a:has-text("Today")', { noWaitAfter: true })
    await expect.poll(() => asked).toEqual(['beforeunload'])
    expect(page.url()).toContain('/safety-response')
    await context.close()
  })

  it.each([
    [
      'rosa',
      [
        'arrival-screen',
        'triage',
        'naloxone/training',
        'court-date',
        'contact-frequency',
        'safety-response',
        'naloxone',
      ],
    ],
    ['nadia', ['clinical-look', 'medicines', 'naloxone/kit']],
  ])(
    'is read by axe without complaint: the forms of %s, wide and narrow, fresh and with errors',
    async (name, paths) => {
      const id = await leeWhitaker(opened())
      const rosa = await visit(opened().house, 'rosa')
      await rosa.send(`/people/${id}/arrival-screen`, quietScreen)
      const context = await signIn(name)
      for (const path of paths) {
        const page = await openedBy(context, `/people/${id}/${path}`)
        await isSound(page, `${path}-fresh`)
        if (path === 'naloxone') continue
        await page.click('main form.tc-form > button')
        await isSound(page, `${path}-wrong`)
        await page.close()
      }
      await context.close()
    },
    120_000,
  )

  it('is read by axe without complaint: a record that was put right', async () => {
    const id = await leeWhitaker(opened())
    const rosa = await visit(opened().house, 'rosa')
    await rosa.send(`/people/${id}/arrival-screen`, quietScreen)
    const record = await lookInto(opened(), (db) =>
      db.selectFrom('fact').select('id').where('person_id', '=', id).executeTakeFirstOrThrow(),
    )
    await rosa.send(`/people/${id}/arrival-screen?amends=${record.id}`, {
      ...quietScreen,
      injecting: 'before',
    })
    const context = await signIn('rosa')
    await isSound(await openedBy(context, `/people/${id}/records/${record.id}`), 'record')
    await context.close()
  })
})
