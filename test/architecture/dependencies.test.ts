import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'

const root = fileURLToPath(new URL('../../', import.meta.url))
const decisions = `${root}docs/decisions/`

const versions = z.record(z.string(), z.string())
const { dependencies, devDependencies, optionalDependencies } = z
  .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
  .parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8')))
const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })

const records = readdirSync(decisions)
  .map((name) => readFileSync(`${decisions}${name}`, 'utf8'))
  .join('\n')

/** By its own name, or by that of a family: `@types/*`. */
const hasReason = (name: string, text: string): boolean =>
  [name, name.replace(/\/.*/, '/*')].some((known) => text.includes(`\`${known}\``))

it('finds the dependency that no record names', () => {
  expect(hasReason('left-pad', records)).toBe(false)
})

it('each dependency has its reason in a decision record', () => {
  expect(all.map(([name]) => name).filter((name) => !hasReason(name, records))).toEqual([])
})

it('each is of one exact version', () => {
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})
