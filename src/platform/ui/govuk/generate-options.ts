import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** One option as GOV.UK Frontend describes it in a component's `macro-options.json`. */
interface MacroOption {
  readonly name: string
  readonly type: 'string' | 'boolean' | 'integer' | 'array' | 'object' | 'nunjucks-block'
  readonly required: boolean
  readonly description: string
  readonly isComponent?: boolean
  readonly params?: readonly MacroOption[]
}

const componentsFolder = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk/components',
)

const optionsFile = (component: string): string => join(componentsFolder, component, 'macro-options.json')

/** Not `table`: its rows of cells are described as one list, and our tables are plain TSX rows. */
const components = readdirSync(componentsFolder)
  .filter((name) => name !== 'table' && existsSync(optionsFile(name)))
  .sort()

const typeName = (component: string): string =>
  `${component.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase())}Options`

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Options that a template prints without escaping: only rendered JSX may stand there. */
const isHtml = (path: string): boolean => /(^|\.)html$|Html$|^slots\.\w+$/.test(path)

/** A later entry of the same name replaces an earlier one (`slots.end` is described twice). */
const distinct = (options: readonly MacroOption[]): readonly MacroOption[] => [
  ...new Map(options.filter((option) => option.type !== 'nunjucks-block').map((o) => [o.name, o])).values(),
]

const typeOfString = (path: string): string => (isHtml(path) ? 'Html' : 'string')

const typeOfObject = (option: MacroOption, path: string): string => {
  if (/attributes$/i.test(option.name)) return 'Attributes'
  if (option.params !== undefined) return shape(option.params, path)
  if (option.isComponent) return typeName(kebab(option.name))
  return 'Readonly<Record<string, string>>'
}

const typeOfArray = (option: MacroOption, path: string): string =>
  option.params === undefined ? 'readonly string[]' : `readonly (${shape(option.params, path)})[]`

const typeOf = (option: MacroOption, path: string): string => {
  if (option.type === 'integer') return 'number'
  if (option.type === 'boolean') return 'boolean'
  if (option.type === 'array') return typeOfArray(option, path)
  return option.type === 'object' ? typeOfObject(option, path) : typeOfString(path)
}

/** `text` and `html` are both called required where one of them is enough. */
const isRequired = (option: MacroOption, siblings: readonly MacroOption[]): boolean => {
  const stem = option.name.replace(/(text|html)$/i, '').toLowerCase()
  const twins = siblings.filter((s) => s.name.replace(/(text|html)$/i, '').toLowerCase() === stem)
  return option.required && !(twins.length > 1 && /(text|html)$/i.test(option.name))
}

const member = (option: MacroOption, siblings: readonly MacroOption[], parent: string): string => {
  const path = parent === '' ? option.name : `${parent}.${option.name}`
  const type = typeOf(option, path)
  const mark = isRequired(option, siblings) ? `: ${type}` : `?: ${type} | undefined`
  return `/** ${option.description.replace(/\s+/g, ' ')} */\nreadonly ${option.name}${mark}`
}

const shape = (all: readonly MacroOption[], path: string): string => {
  const options = distinct(all)
  const members = options.filter((option) => option.name !== 'divider')
  const body = `{\n${members.map((option) => member(option, members, path)).join('\n')}\n}`
  return members.length === options.length ? body : `{ readonly divider: string } | ${body}`
}

const componentType = (component: string): string => {
  const options: readonly MacroOption[] = JSON.parse(readFileSync(optionsFile(component), 'utf8'))
  return `export type ${typeName(component)} = ${shape(options, '')}`
}

/** The text of `govuk-options.ts`: a type for the options of each GOV.UK component. */
export const generateOptions = (): string =>
  `// Generated from GOV.UK Frontend's macro-options.json by govuk/generate-options.ts: npm run generate:govuk\n${[
    "import type { Attributes, Html } from './govuk/html.ts'",
    ...components.map(componentType),
  ].join('\n\n')}\n`

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../govuk-options.ts'), generateOptions())
