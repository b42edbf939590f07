import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/**
 * GOV.UK Frontend says on a radio that it opens further questions (`aria-expanded`): ARIA does not
 * allow it there, but readers announce it, so GOV.UK keeps it and so do we.
 */
const run = `axe.run().then((result) => result.violations
  .map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))
  .map(({ id, nodes }) => ({ id, nodes: id === 'aria-allowed-attr'
    ? nodes.filter((html) => !html.includes('govuk-radios__input')) : nodes }))
  .filter(({ nodes }) => nodes.length > 0))`

/** What axe finds wrong with a page: each rule and the markup that breaks it. Needs `bypassCSP` in the context. */
export const axeViolations = async (page: Page): Promise<unknown> => {
  if (!(await page.evaluate('"axe" in window'))) await page.addScriptTag({ path: axe })
  return page.evaluate(run)
}
