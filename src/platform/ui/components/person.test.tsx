import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { PersonAtAGlance } from '../person-at-a-glance.ts'
import { PersonBanner } from './person.tsx'

const today = Temporal.PlainDate.from('2026-11-22')
const lee: PersonAtAGlance = { name: 'Lee <b>Whitaker', href: '/people/1', where: 'Leeds, C wing' }

const banner = (person: PersonAtAGlance) =>
  parseHTML(`<html><body>${<PersonBanner person={person} today={today} path="/people/1" />}</body></html>`)
    .document
const facts = (person: PersonAtAGlance) =>
  [...banner(person).querySelectorAll('dl > div')].map((fact) =>
    [...fact.children].map((part) => part.textContent).join(': '),
  )

describe('the identity bar', () => {
  it('says who, how old, where, and how long until release', () => {
    const person = {
      ...lee,
      prisonNumber: 'A1234BC',
      birth: Temporal.PlainDate.from('1989-03-04'),
      release: { date: Temporal.PlainDate.from('2026-12-04'), note: 'moved from Saturday' },
    }
    expect(banner(person).querySelector('.tc-identity__name')?.textContent).toBe('Lee <b>Whitaker')
    expect(facts(person)).toEqual([
      'Prison number: A1234BC',
      'Born: 4 March 1989 (37)',
      'Where today: Leeds, C wing',
      'Release: Friday 4 December, in 12 days (moved from Saturday)',
    ])
  })

  it('says that there is no date, and says nothing where a date means nothing', () => {
    expect(facts({ ...lee, release: { date: undefined } })).toContain('Release: no date')
    expect(facts(lee)).toEqual(['Born: not known', 'Where today: Leeds, C wing'])
  })
})

describe('the safety bar', () => {
  const flags = (safety: PersonAtAGlance['safety']) =>
    [...banner({ ...lee, safety }).querySelectorAll('.tc-safety li')].map((flag) => flag.textContent?.trim())

  it('says each flag in words', () => {
    expect(
      flags([
        { kind: 'see_with_another' },
        { kind: 'acct_open' },
        { kind: 'allergy', detail: 'penicillin <i>' },
        { kind: 'overdose_risk' },
        { kind: 'interpreter', detail: 'Polish' },
      ]),
    ).toEqual([
      'See with another',
      'ACCT open',
      'Allergy: penicillin <i>',
      'Overdose risk',
      'Interpreter: Polish',
    ])
  })

  it('says that there are none, and hints at nothing to those who may not see them', () => {
    expect(flags([])).toEqual(['No safety flags recorded'])
    expect(banner(lee).querySelector('.tc-safety')).toBeNull()
  })
})
