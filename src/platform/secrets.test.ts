import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openSecrets } from './secrets.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'throughcare-secret-'))
afterAll(() => rmSync(dataFolder, { recursive: true }))

describe('what is sealed', () => {
  const secrets = openSecrets({ secret: 'a secret of more than thirty-two characters', dataFolder })

  it('opens about the same thing only', () => {
    const sealed = secrets.seal('what Lee said: “naïve”', 'form 1')
    expect(sealed).not.toContain('Lee')
    expect(secrets.open(sealed, 'form 1')).toBe('what Lee said: “naïve”')
    expect(secrets.open(sealed, 'form 2')).toBeNull()
  })

  it('is never the same twice', () => {
    expect(secrets.seal('words', 'form')).not.toBe(secrets.seal('words', 'form'))
  })

  it('does not open where a byte was changed, or cut short', () => {
    const bytes = Buffer.from(secrets.seal('words', 'form'), 'base64url')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    expect(secrets.open(bytes.toString('base64url'), 'form')).toBeNull()
    expect(secrets.open('AAAA', 'form')).toBeNull()
  })

  it('does not open, nor digest alike, under another secret', () => {
    const other = openSecrets({ secret: 'another secret of thirty-two characters', dataFolder })
    expect(other.open(secrets.seal('words', 'form'), 'form')).toBeNull()
    expect(other.digest('words', 'form')).not.toBe(secrets.digest('words', 'form'))
  })
})

describe('the secret of a data folder', () => {
  it('is made once, for its owner only', () => {
    const first = openSecrets({ secret: null, dataFolder })
    const again = openSecrets({ secret: null, dataFolder })
    expect(again.open(first.seal('words', 'form'), 'form')).toBe('words')
    expect(statSync(join(dataFolder, 'secret')).mode & 0o077).toBe(0)
  })
})
