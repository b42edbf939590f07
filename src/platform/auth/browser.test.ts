import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations } from '../../../test/support/axe.ts'
import { visit } from '../../../test/support/browse.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { buildTown, townPassword } from '../../../test/support/town.ts'
import { type Serving, serve } from '../../main.web.ts'
import { buildAssets } from '../ui/build-assets.ts'
import { client, type OtherService, startOtherService } from './providers/testing.ts'
import { codeOf, stepAt } from './second-step/totp.ts'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

let house: TestHouse
let other: OtherService
let serving: Serving
let browser: Browser

const opened = (): TestHouse => house

const providersOf = (issuer: string): string =>
  JSON.stringify(
    [issuer, 'http://127.0.0.1:9'].map((address, index) => ({
      id: index === 0 ? 'prison' : 'away',
      label: index === 0 ? 'The prison’s own sign-in' : 'Nobody at home',
      issuer: address,
      clientId: client.id,
      clientSecret: client.secret,
      roles: [{ when: { groups: 'recovery' }, role: 'recovery_worker', service: 'PRI-LEI' }],
    })),
  )

/** Browsers make passkeys for names only, not for an address of figures. */
const at = (path: string): string => {
  const url = new URL(path, serving.url)
  url.hostname = 'localhost'
  return url.href
}

const fresh = async (javaScriptEnabled = true): Promise<Page> => {
  const context: BrowserContext = await browser.newContext({ bypassCSP: true, javaScriptEnabled })
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

/** A device of its owner: it verifies them, and keeps its passkeys to itself. */
const withDevice = async (page: Page): Promise<() => Promise<number>> => {
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return async () => (await devices.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length
}

const signIn = async (page: Page, name: string): Promise<void> => {
  await page.goto(at('/sign-in'))
  await page.fill('[name=sign_in_name]', name)
  await page.fill('[name=password]', townPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
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
    await look(page, `${name}-${width}`)
  }
  await page.setViewportSize({ width: 1200, height: 800 })
}

const read = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')

const addPasskey = async (page: Page, name: string): Promise<void> => {
  await page.goto(at('/account/passkeys/new'))
  await page.getByLabel('What do you call it?').fill(name)
  await page.getByRole('button', { name: 'Add this passkey' }).click()
}

describe.runIf(existsSync(executablePath))('signing in, at a browser', () => {
  beforeAll(async () => {
    buildAssets()
    other = await startOtherService()
    house = await openTestHouse(undefined, { THROUGHCARE_PROVIDERS: providersOf(other.issuer) })
    await buildTown(house.house)
    serving = await serve(opened().house)
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    })
  })

  afterAll(async () => {
    await browser?.close()
    await serving?.drain(AbortSignal.abort())
    await house?.house.close()
    await other?.stop()
  })

  it('adds a passkey, and signs in with it alone', async () => {
    const page = await fresh()
    const passkeys = await withDevice(page)
    await signIn(page, 'rosa')
    await page.goto(at('/account/passkeys/new'))
    await isSound(page, 'add-passkey')
    await addPasskey(page, 'My work telephone')
    await page.waitForURL(/done=passkey-added/)
    expect(await read(page)).toContain('My work telephone')
    expect(await passkeys()).toBe(1)
    await isSound(page, 'account-with-passkey')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL(/sign-in/)
    await isSound(page, 'sign-in')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(/today/)
    await page.goto(at('/account'))
    expect(await read(page)).toContain('with a passkey')
  })

  it('takes each answer once', async () => {
    const page = await fresh()
    await withDevice(page)
    await signIn(page, 'colin')
    await addPasskey(page, 'Laptop')
    await page.waitForURL(/done=passkey-added/)
    await page.context().clearCookies()
    await page.goto(at('/sign-in'))
    const sent = page.waitForRequest((request) => request.url().endsWith('/sign-in/passkey'))
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    const body = (await sent).postData() ?? ''
    await page.waitForURL(/releases|today/)
    const again = await fetch(at('/sign-in/passkey'), {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(again.headers.get('location')).toContain('why=passkey_wrong')
    expect(again.headers.getSetCookie().join()).not.toContain('session=')
  })

  it('adds the same device once, and removes it', async () => {
    const page = await fresh()
    await withDevice(page)
    await signIn(page, 'tessa')
    await addPasskey(page, 'Laptop')
    await page.waitForURL(/done=passkey-added/)
    await addPasskey(page, 'Laptop again')
    await page.getByText('has a passkey for Throughcare already').waitFor()
    await isSound(page, 'passkey-trouble')
    await page.goto(at('/account'))
    await page.getByRole('link', { name: 'Remove Laptop' }).click()
    await isSound(page, 'remove-passkey')
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.waitForURL(/done=passkey-removed/)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(/why=passkey_wrong/)
    expect(await read(page)).toContain('You were not signed in with that passkey')
    await isSound(page, 'passkey-unknown')
  })

  it.each([true, false])('sets up codes and signs in with one, with script %s', async (javaScript) => {
    const { clock } = opened()
    const page = await fresh(javaScript)
    const sound = (name: string) => (javaScript ? isSound(page, name) : look(page, name))
    const name = javaScript ? 'nadia' : 'amira'
    await signIn(page, name)
    await page.goto(at('/account/second-step'))
    await sound('second-step')
    const key = ((await page.locator('main ol .tc-code').textContent()) ?? '').replaceAll(' ', '')
    await page.getByLabel('Code').fill('000000')
    await page.getByRole('button', { name: 'Set up' }).click()
    await page.getByText('not the code that your app shows').first().waitFor()
    await sound('second-step-wrong')
    await page.getByLabel('Code').fill(codeOf(key, stepAt(clock.now())))
    await page.getByRole('button', { name: 'Set up' }).click()
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
    await sound('recovery-codes')
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await sound('account-with-codes')
    await page.goto(at('/account/recovery-codes'))
    await sound('new-recovery-codes')
    await page.goto(at('/account/second-step/off'))
    await sound('second-step-off')
    await page.goto(at('/account/password'))
    await sound('password')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    clock.set(clock.now().add({ seconds: 30 }))
    await page.fill('[name=sign_in_name]', name)
    await page.fill('[name=password]', townPassword)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('link', { name: 'Use a recovery code instead' }).click()
    await sound('recovery-code')
    await page.getByRole('link', { name: 'Use the code from your app instead' }).click()
    await sound('code')
    await page.getByLabel('Code').fill(codeOf(key, stepAt(clock.now())))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/today/)
  })

  it('warns before the sign-in ends, and stays when asked', async () => {
    const { clock } = opened()
    const page = await fresh()
    await page.clock.install()
    await signIn(page, 'kev')
    const warning = page.locator('[data-session-warning]')
    expect(await warning.isVisible()).toBe(false)
    await isSound(page, 'session')
    clock.set(clock.now().add({ minutes: 56 }))
    await page.clock.fastForward(56 * 60 * 1000)
    await page.getByText('You will be signed out in 4 minutes').waitFor()
    await look(page, 'session-near')
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await warning.waitFor({ state: 'hidden' })
    clock.set(clock.now().add({ minutes: 61 }))
    await page.clock.fastForward(61 * 60 * 1000)
    await page.getByText('Your sign-in has ended').waitFor()
    expect(await page.getByRole('button', { name: 'Stay signed in' }).isVisible()).toBe(false)
    await look(page, 'session-ended')
  })

  it('says what is wrong with another service, and that it gives no role', async () => {
    const page = await fresh()
    await page.goto(at('/sign-in?again=yes&kept=yes'))
    await isSound(page, 'sign-in-again')
    await page.getByRole('link', { name: 'Nobody at home' }).click()
    await page.getByRole('heading', { name: 'You were not signed in' }).waitFor()
    await isSound(page, 'other-service-away')
    other.says('u1', { name: 'Ugo Example', groups: [] })
    const nobody = await visit(house.house, null)
    const back = await other.visit((await nobody.get('/sign-in/with?provider=prison')).location ?? '', 'u1')
    const { html } = await nobody.get(back.pathname + back.search)
    await page.route(at('/sign-in/back'), (route) => route.fulfill({ body: html, contentType: 'text/html' }))
    await page.goto(at('/sign-in/back'))
    await page.getByRole('heading', { name: 'You have no role here yet' }).waitFor()
    await isSound(page, 'other-service-no-role')
  })

  it('lets an administrator ask for more than a password, and leads to setting it up', async () => {
    const ada = await fresh()
    await signIn(ada, 'ada')
    await ada.goto(at('/organisation/signing-in'))
    await isSound(ada, 'organisation')
    await ada.getByLabel('No: ask for a code or a passkey too').check()
    await ada.getByRole('button', { name: 'Save' }).click()
    await ada.getByText('Saved. It counts').waitFor()
    const mo = await fresh()
    await withDevice(mo)
    await signIn(mo, 'mo')
    await mo.getByText('Your organisation asks for more').waitFor()
    await isSound(mo, 'must-set-up')
    await mo.getByRole('link', { name: 'add a passkey' }).click()
    await mo.getByRole('button', { name: 'Add this passkey' }).click()
    await mo.waitForURL(/done=passkey-added/)
    await mo.goto(at('/account'))
    expect(await read(mo)).toContain('Where you are signed in')
  })
})
