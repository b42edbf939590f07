// Whether node_modules holds what package-lock.json names for this machine; exits 1 where it does not.
// A lock file may be newer and still say the same, as after changing branches.
import { readFileSync } from 'node:fs'

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
const wanted = packagesIn('package-lock.json')
const present = packagesIn('node_modules/.package-lock.json')

const has = (list, own) => list?.includes(own) ?? false
const suits = ({ os, cpu, libc }) =>
  has(os, process.platform) && has(cpu, process.arch) && has(libc ?? ['glibc'], 'glibc')
const isMissing = ([place, entry]) => place !== '' && !(place in present) && (!entry.optional || suits(entry))
const isOther = ([place, { version }]) => wanted[place]?.version !== version

process.exit(Object.entries(wanted).some(isMissing) || Object.entries(present).some(isOther) ? 1 : 0)
