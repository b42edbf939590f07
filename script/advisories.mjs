// Reads the answer of `npm audit --json`: exits 0 where nothing high is known, 1 where something is, 3 where there was no answer.
import { readFileSync } from 'node:fs'

const read = () => {
  try {
    return JSON.parse(readFileSync(process.argv[2], 'utf8'))
  } catch {
    return {}
  }
}

const { vulnerabilities, metadata } = read()
if (vulnerabilities === undefined || metadata === undefined) {
  console.log('The registry did not answer: nothing is known of advisories today.')
  process.exit(3)
}
const known = Object.values(vulnerabilities)
const grave = known.filter(({ severity }) => severity === 'high' || severity === 'critical')
for (const { name, severity, range } of known) console.log(`${severity}: ${name} ${range}`)
console.log(`${known.length} advisories, ${grave.length} of them high or critical`)
process.exit(grave.length === 0 ? 0 : 1)
