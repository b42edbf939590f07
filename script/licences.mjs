// Lists the licence of every dependency in package-lock.json; exits 1 where one is not on the list of those allowed.
import { readFileSync } from 'node:fs'

// Permissive licences, and MPL-2.0, whose terms end with its own files.
const allowed = new Set([
  '(ISC AND CC-BY-3.0)',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT OR Apache-2.0',
  'MPL-2.0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
])

const { packages } = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8'))
const found = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, { version, license }]) => ({
    name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version,
    licence: license ?? 'none stated',
  }))
const refused = found.filter(({ licence }) => !allowed.has(licence))

if (!process.argv.includes('--quiet'))
  for (const { name, version, licence } of found.toSorted((a, b) => a.name.localeCompare(b.name)))
    console.log(`${name}@${version}\t${licence}`)
for (const { name, version, licence } of refused) console.error(`Not allowed: ${name}@${version} (${licence})`)
console.error(`${found.length} dependencies, ${refused.length} with a licence that is not allowed`)
process.exit(refused.length === 0 ? 0 : 1)
