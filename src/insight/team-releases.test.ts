import { describe, expect, it } from 'vitest'
import { dayNumber } from '../platform/day.ts'
import { aWindow } from './continuity/testing.ts'
import { type TeamEpisode, type TeamRecord, teamReleases } from './team-releases.ts'

const day = (date: string): number => dayNumber(Temporal.PlainDate.from(date))

const told = (type: 'admission' | 'release', date: string): TeamRecord['movements'][number] => ({
  source: 'feed',
  type,
  at: (day(date) * 24 + 9) * 3_600_000,
  day: day(date),
  timeKnown: true,
  establishment: 'LEI',
  reason: type === 'release' ? 'RELEASED' : 'ADMISSION',
  reasonCode: null,
  reasonKnown: true,
})

const episode = (change: Partial<TeamEpisode>): TeamEpisode => ({
  id: 'e',
  serviceId: 'bradford',
  setting: 'community',
  referral: day('2026-02-20'),
  start: null,
  end: null,
  endReason: null,
  confirmed: true,
  ...change,
})

const inCustody = episode({ id: 'c', serviceId: 'leeds', setting: 'custody', start: day('2026-01-10') })

const release = (episodes: readonly TeamEpisode[], accepted: TeamRecord['accepted'] = []) => {
  const movements = [told('admission', '2026-01-05'), told('release', '2026-03-02')]
  const record = { personId: 'p', diedOn: null, movements, episodes: [inCustody, ...episodes], accepted }
  const [only, ...others] = teamReleases(record, aWindow('2026-03-01', '2026-03-31', '2026-06-30'))
  expect(others).toEqual([])
  return only
}

describe('the service that a release belongs to', () => {
  it('is the one that started treatment, whoever accepted before', () => {
    const started = episode({ id: 's', serviceId: 'wakefield', start: day('2026-03-10') })
    const accepted = [{ serviceId: 'bradford', day: day('2026-02-25') }]
    expect(release([started, episode({})], accepted)).toMatchObject({
      outcome: 'started_within_21_days',
      serviceId: 'wakefield',
      decidedBy: 's',
    })
  })

  it('is the one that said the person did not come', () => {
    const refused = episode({
      id: 'r',
      serviceId: 'wakefield',
      end: day('2026-03-20'),
      endReason: 'dropped_out',
    })
    expect(release([refused, episode({})])).toMatchObject({ outcome: 'not_started', serviceId: 'wakefield' })
  })

  it('is, where no record decided, the last that accepted, else the last that had the referral', () => {
    const accepted = [
      { serviceId: 'bradford', day: day('2026-02-25') },
      { serviceId: 'wakefield', day: day('2026-02-28') },
    ]
    expect(release([episode({})], accepted)).toMatchObject({ outcome: 'not_known', serviceId: 'wakefield' })
    expect(release([episode({})])).toMatchObject({ serviceId: 'bradford', decidedBy: null })
  })

  it('is none where all was long before or after the release', () => {
    const old = episode({ referral: day('2025-06-01') })
    const late = [{ serviceId: 'bradford', day: day('2026-05-01') }]
    expect(release([old], late)?.serviceId).toBeNull()
  })
})

describe('a match by initials', () => {
  it('counts, and is marked where the outcome rests on it', () => {
    const started = episode({ start: day('2026-03-10'), confirmed: false })
    expect(release([started])).toMatchObject({ outcome: 'started_within_21_days', confirmed: false })
    expect(release([started, episode({ id: 'own', start: day('2026-03-10') })])?.confirmed).toBe(true)
    expect(release([episode({ confirmed: false })])?.confirmed).toBe(true)
  })
})
