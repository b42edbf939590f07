import type { Imported, Source } from './source.ts'

const waysIn = /^(cli|compose|routes|navigation|main\.web|main\.work|benchmark)\.tsx?$/

const capabilityOf = (path: string): string | null =>
  path.includes('/') ? (path.split('/')[0] ?? null) : null

const roomOf = (path: string): string => {
  const parts = path.split('/')
  return parts.length > 2 ? (parts[1] ?? '') : (parts[1] ?? '').replace(/\.tsx?$/, '')
}

const isOutside = (path: string, { target, relative }: Imported): boolean =>
  relative && capabilityOf(target) !== capabilityOf(path) && capabilityOf(target) !== 'platform'

/** Another capability is entered by its index alone; a model may read another's model. */
const entersByTheIndex = (source: Source): string[] =>
  source.imports
    .filter((found) => isOutside(source.path, found))
    .filter(({ target }) => !/^[^/]+\/index\.ts$/.test(target) && !/^[^/]+\/model\.ts$/.test(target))
    .filter(({ target }) => !waysIn.test(source.path) || capabilityOf(target) !== null)
    .map(({ target }) => `${source.path} reaches into ${target}: enter by its index.ts`)

/** The platform knows nothing of recovery. */
const platformKnowsNothing = (source: Source): string[] =>
  capabilityOf(source.path) !== 'platform'
    ? []
    : source.imports
        .filter(({ target, relative }) => relative && capabilityOf(target) !== 'platform')
        .map(({ target }) => `${source.path} imports ${target}: the platform knows nothing about recovery`)

const impure = /^platform\/(database\/(?!schema)|http|auth|audit|jobs|ui\/(?!dates))/

/** Models and rules are pure: no database, no pages, no Node. */
const modelsArePure = (source: Source): string[] =>
  !['model', 'rules'].includes(roomOf(source.path)) || capabilityOf(source.path) === 'platform'
    ? []
    : source.imports
        .filter(({ target, relative, typeOnly }) =>
          relative ? impure.test(target) && !typeOnly : target.startsWith('node:') || target === 'kysely',
        )
        .map(({ target }) => `${source.path} imports ${target}: models and rules are pure`)

/** SQL stands in actions, queries and the platform. */
const sqlHasItsRooms = (source: Source): string[] => {
  const room = roomOf(source.path)
  if (
    capabilityOf(source.path) === 'platform' ||
    ['actions', 'queries', 'testing', 'reactions'].includes(room)
  )
    return []
  return /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^>]*>)?`/.test(source.text)
    ? [`${source.path} holds SQL: move it to actions/ or queries/`]
    : []
}

/** Time and chance are passed in. */
const timeIsPassedIn = (source: Source): string[] => {
  if (['platform/clock.ts', 'platform/day.ts', 'platform/ids.ts'].includes(source.path)) return []
  const found = /\bnew Date\(|\bDate\.now\(|\bTemporal\.Now\b|\bMath\.random\(|\brandomUUID\(/.exec(
    source.text,
  )
  return found === null ? [] : [`${source.path} uses ${found[0]}: time and chance are passed in`]
}

/** Names that say nothing. */
const namesSaySomething = (source: Source): string[] =>
  /(^|\/)(utils?|helpers?|common|services|managers?|misc|shared|lib)(\/|\.tsx?$)/.test(source.path)
    ? [`${source.path}: a name that says nothing`]
    : []

const mostLines = 300

const filesAreShort = (source: Source): string[] => {
  const lines = source.text.split('\n').length
  return lines > mostLines ? [`${source.path} has ${lines} lines: at most ${mostLines}`] : []
}

export const rules = [
  entersByTheIndex,
  platformKnowsNothing,
  modelsArePure,
  sqlHasItsRooms,
  timeIsPassedIn,
  namesSaySomething,
  filesAreShort,
]

/** Circles of imports between files, types left out; each circle once, as a path. */
export const circles = (sources: readonly Source[]): string[] => {
  const graph = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.filter(({ relative, typeOnly }) => relative && !typeOnly).map(({ target }) => target),
    ]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    if (done.has(path)) return
    const before = trail.indexOf(path)
    if (before >= 0) {
      found.push([...trail.slice(before), path].join(' → '))
      return
    }
    for (const target of graph.get(path) ?? []) walk(target, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) walk(path, [])
  return found
}
