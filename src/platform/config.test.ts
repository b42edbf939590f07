import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('the configuration', () => {
  it('needs nothing', () => {
    const read = readConfig({})
    expect(read.ok && read.value).toMatchObject({
      host: '127.0.0.1',
      port: null,
      databaseUrl: null,
      logLevel: 'info',
    })
    expect(read.ok && read.value.dataFolder).toMatch(/\/\.data$/)
  })

  it('allows no host outside but those that are named', () => {
    const hosts = (text: string) => {
      const read = readConfig({ THROUGHCARE_OUTSIDE_HOSTS: text })
      return read.ok ? read.value.outsideHosts : null
    }
    expect(hosts('')).toEqual([])
    expect(hosts('Alerts.example.org, localhost:8080,')).toEqual(['alerts.example.org', 'localhost:8080'])
  })

  it('takes an empty variable as one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }).ok).toBe(true)
  })

  it.each([
    ['PORT', '99999'],
    ['PORT', 'three thousand'],
    ['DATABASE_URL', 'mysql://somewhere/else'],
    ['THROUGHCARE_LOG', 'shout'],
    ['THROUGHCARE_SECRET', 'too short'],
    ['THROUGHCARE_PROXIES', '-1'],
    ['THROUGHCARE_PROVIDERS', '[{}'],
    ['THROUGHCARE_PROVIDERS', '/nowhere/providers.json'],
    ['THROUGHCARE_IDLE_MINUTES', '5'],
    ['THROUGHCARE_STOP_SECONDS', '0'],
    ['THROUGHCARE_OUTSIDE_HOSTS', 'https://alerts.example.org/'],
  ])('names %s where it is %s', (name, value) => {
    const read = readConfig({ [name]: value })
    expect(!read.ok && read.refusal.message).toContain(`Put right: ${name}:`)
  })
})
