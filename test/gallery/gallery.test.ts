import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../src/platform/ui/build-assets.ts'
import { axeViolations } from '../support/axe.ts'
import { pages } from './pages.tsx'
import { serveGallery } from './server.ts'

const executablePath = '/usr/bin/chromium'
const addresses = Object.keys(pages)

let gallery: Awaited<ReturnType<typeof serveGallery>>
let browser: Browser

const open = async (address: string, width: number, javaScriptEnabled = true) => {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled,
    bypassCSP: false,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${gallery.origin}${address}`)
  return { page, complaints, close: () => context.close() }
}

describe.runIf(existsSync(executablePath))('the gallery of components in a browser', () => {
  beforeAll(async () => {
    buildAssets()
    gallery = await serveGallery()
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  }, 60_000)

  afterAll(async () => {
    await browser.close()
    gallery.close()
  })

  it.each(addresses)('%s keeps its content security policy, with script', async (address) => {
    const { page, complaints, close } = await open(address, 1200)
    expect(await page.evaluate('document.body.className')).toContain('govuk-frontend-supported')
    expect(complaints).toEqual([])
    await close()
  })

  it.each(['/list', '/person', '/form', '/plan', '/continuity'])(
    '%s is read by axe without complaint, wide and narrow',
    async (address) => {
      const context = await browser.newContext({ bypassCSP: true })
      const page = await context.newPage()
      await page.goto(`${gallery.origin}${address}`)
      for (const width of [1200, 320]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await axeViolations(page)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      }
      await context.close()
    },
  )

  it('asks what depends on an answer also where there is no script', async () => {
    const { page, close } = await open('/form-fresh', 1200, false)
    expect(await page.isVisible('label[for=why]')).toBe(true)
    await close()
  })

  it('asks it only when that answer is chosen where there is', async () => {
    const { page, close } = await open('/form-fresh', 1200)
    expect(await page.isVisible('label[for=why]')).toBe(false)
    await page.check('input[name=safe][value=no]')
    expect(await page.isVisible('label[for=why]')).toBe(true)
    await close()
  })

  it('puts the cursor into the field of an error', async () => {
    const { page, close } = await open('/form', 1200)
    for (const [words, id] of [
      ['Enter a day', 'seen'],
      ['Choose a service', 'service'],
    ]) {
      await page.click(`.govuk-error-summary a:has-text("${words}")`)
      expect(await page.evaluate('document.activeElement.id')).toBe(id)
    }
    await close()
  })

  it('prints without furniture, with the date, the filter and who printed it', async () => {
    const { page, close } = await open('/list', 1000)
    await page.emulateMedia({ media: 'print' })
    for (const furniture of [
      'header',
      'footer',
      '.tc-filter',
      '.tc-flash',
      '.tc-print-button',
      '.moj-pagination',
    ]) {
      expect([furniture, await page.isVisible(furniture)]).toEqual([furniture, false])
    }
    expect(await page.textContent('.tc-print-only')).toBe(
      'Leeds, leaving within 84 days. Printed on 22 November 2026 at 09:41 by Amira Khan.',
    )
    await close()
  })
})

it.each(Object.entries(pages))('%s is under 60 kB', (_address, page) => {
  expect(Buffer.byteLength(String(page()))).toBeLessThan(60_000)
})
