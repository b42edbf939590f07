// Writes what the service is built from as CycloneDX 1.6 (JSON), from package-lock.json alone: no network, and the same every time.
import { readFileSync } from 'node:fs'

const { name, version, packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

const purl = (of, at) => `pkg:npm/${of.replace('@', '%40')}@${at}`
const hashes = (integrity) =>
  (integrity ?? '')
    .split(' ')
    .filter((each) => each.startsWith('sha512-'))
    .map((each) => ({ alg: 'SHA-512', content: Buffer.from(each.slice(7), 'base64').toString('hex') }))

const licences = (licence) =>
  licence === undefined ? [] : [/[ ()]/.test(licence) ? { expression: licence } : { license: { id: licence } }]

const components = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, entry]) => {
    const of = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return {
      type: 'library',
      'bom-ref': `${purl(of, entry.version)}#${place}`,
      name: of,
      version: entry.version,
      scope: entry.dev ? 'excluded' : entry.optional ? 'optional' : 'required',
      hashes: hashes(entry.integrity),
      licenses: licences(entry.license),
      purl: purl(of, entry.version),
    }
  })

const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'application', 'bom-ref': name, name, version: version ?? '0' } },
  components,
}
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`)
