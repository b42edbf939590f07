import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

/** Where a file lives in the house: `handover/actions`, capability `handover`, room `actions`. */
export interface Source {
  /** From `src/`, such as `handover/actions/sendHandover.ts`. */
  readonly path: string
  readonly text: string
  readonly imports: readonly Imported[]
}

export interface Imported {
  /** From `src/`, for a relative import; the package's name otherwise. */
  readonly target: string
  readonly relative: boolean
  readonly typeOnly: boolean
}

const folder = fileURLToPath(new URL('../../src/', import.meta.url))

const filesIn = (path: string): string[] =>
  readdirSync(path).flatMap((name) => {
    const inside = join(path, name)
    return statSync(inside).isDirectory() ? filesIn(inside) : [inside]
  })

/** Reads one file's imports and re-exports from its syntax tree. */
export const readSource = (path: string, text: string): Source => {
  const { module } = parseSync(path, text)
  const requests = [
    ...module.staticImports.map((found) => ({
      name: found.moduleRequest.value,
      typeOnly: found.entries.length > 0 && found.entries.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) =>
        entry.moduleRequest === null ? [] : [{ name: entry.moduleRequest.value, typeOnly: entry.isType }],
      ),
    ),
  ]
  const imports = requests.map(({ name, typeOnly }) =>
    name.startsWith('.')
      ? { target: relative('/', resolve('/', dirname(path), name)), relative: true, typeOnly }
      : { target: name, relative: false, typeOnly },
  )
  return { path, text, imports }
}

/** Every source file of the service, tests and builders for tests left out. */
export const readSources = (): readonly Source[] =>
  filesIn(folder)
    .map((path) => relative(folder, path))
    .filter((path) => /\.tsx?$/.test(path) && !/(\.test\.tsx?|(^|\/)testing\.tsx?)$/.test(path))
    .filter((path) => path !== 'platform/database/schema.ts' && path !== 'platform/ui/govuk-options.ts')
    .map((path) => readSource(path, readFileSync(join(folder, path), 'utf8')))
