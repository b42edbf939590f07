import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import nunjucks from 'nunjucks'

const require = createRequire(import.meta.url)
const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`))

const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([
    join(packageFolder('govuk-frontend'), 'dist'),
    packageFolder('@ministryofjustice/frontend'),
  ]),
  // As their makers render them: without, blank lines are half of a long form.
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
)

const markSafe = environment.getFilter('safe')

environment.addFilter('safe', (markup: unknown) => {
  const text: unknown = typeof markup === 'object' && markup !== null ? markup.toString() : markup
  if (text instanceof Promise) throw new TypeError('An html option cannot hold an asynchronous component')
  return markSafe(text)
})

/** Nunjucks' own `trim` tries `\s*$` at every character: 10 ms for a date input, where this takes 0.3. */
environment.addFilter('trim', (markup: unknown) => {
  const text = String(markup ?? '')
  return markup instanceof nunjucks.runtime.SafeString ? markSafe(text.trim()) : text.trim()
})

/** Indentation is for those who read the source, and would move the lines of what somebody typed. */
environment.addFilter('indent', (markup: unknown) => markup)

/**
 * A component of GOV.UK or MoJ Frontend as a function: its own template, compiled at first use and
 * kept. Text options are escaped by the template, `html` options hold rendered JSX.
 */
export const component = <Options extends object>(
  library: 'govuk' | 'moj',
  name: string,
): ((options: Options) => HtmlEscapedString) => {
  const path = `${library}/components/${name}/template.njk`
  return (options) => raw(environment.getTemplate(path, true).render({ params: options }).trim())
}
