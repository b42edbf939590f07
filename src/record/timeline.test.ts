import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { aPerson } from '../casework/testing.ts'
import { ok } from '../platform/result.ts'
import { type TimelineRow, timeline } from './queries/timeline.ts'
import type { TimelineCursor } from './timeline-kinds.ts'

const opened = withHouse()
let town: Town
let rosa: Visitor
let lee: string

/** Ten years of one person: 2,000 contacts with 1,000 notes of theirs, 1,000 notes by themselves, 1,000 forms. */
const tenYears = async (): Promise<void> => {
  const service = town.services.leeds
  const done = await opened().house.database.intake(async (tx) => {
    await sql`insert into contact (id, person_id, recorded_under, class, service_id, purpose, mode, day, outcome, recorded_at)
      select uuidv7(), ${lee}, ${lee}, 'recovery', ${service}, 'one_to_one', 'in_person', date '2016-11-24' + (n * 3650 / 2000), 'kept', now()
      from generate_series(0, 1999) n`.execute(tx.db)
    await sql`insert into note (id, person_id, recorded_under, class, service_id, day, words, contact_id, recorded_at)
      select uuidv7(), ${lee}, ${lee}, 'recovery', ${service}, c.day, 'Words of the contact', c.id, now()
      from (select id, day from contact where person_id = ${lee} order by id limit 1000) c`.execute(tx.db)
    await sql`insert into note (id, person_id, recorded_under, class, service_id, day, words, recorded_at)
      select uuidv7(), ${lee}, ${lee}, 'recovery', ${service}, date '2016-11-24' + (n * 3650 / 1000), 'Words by themselves', now()
      from generate_series(0, 999) n`.execute(tx.db)
    await sql`insert into fact (id, person_id, recorded_under, class, service_id, kind, day, at, answers, reading, recorded_at)
      select uuidv7(), ${lee}, ${lee}, 'recovery', ${service}, 'overdose_advice', date '2016-11-24' + (n * 3650 / 1000),
        (date '2016-11-24' + (n * 3650 / 1000))::timestamptz, '{}', '{}', now() from generate_series(0, 999) n`.execute(
      tx.db,
    )
    return ok(undefined)
  })
  expect(done.ok).toBe(true)
}

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  rosa = await visit(house, 'rosa')
  lee = await aPerson(house.database, { given: 'Lee', family: 'Whitaker', arrivedDaysAgo: 5 })
  await tenYears()
})

const pageAfter = (after: TimelineCursor | null): Promise<readonly TimelineRow[]> =>
  opened().house.database.read({ staffId: town.staff.rosa?.id ?? '', role: 'recovery_worker' }, (tx) =>
    timeline(tx, lee, null, after),
  )

describe('the timeline', () => {
  it('of ten years is paged from end to end: everything once, newest first', async () => {
    const seen: TimelineRow[] = []
    let after: TimelineCursor | null = null
    for (let pages = 0; pages < 200; pages += 1) {
      const rows = await pageAfter(after)
      seen.push(...rows.slice(0, 50))
      const last = rows[49]
      if (rows.length <= 50 || last === undefined) break
      after = last
    }
    const of = (kind: string) => seen.filter((row) => row.kind === kind).length
    expect([of('contact'), of('note'), of('fact')]).toEqual([2000, 1000, 1000])
    expect(new Set(seen.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(seen.length)
    const days = seen.map(({ day }) => day.toString())
    expect(days).toEqual([...days].sort().reverse())
  })

  it('says the words of a contact inside it, and by themselves where only notes are shown', async () => {
    const day = { 'day-day': '23', 'day-month': '11', 'day-year': '2026' }
    await rosa.send(`/people/${lee}/contacts/new`, {
      ...day,
      outcome: 'kept',
      mode: 'in_person',
      purpose: 'one_to_one',
      words: 'Said so today',
    })
    const all = await rosa.get(`/people/${lee}`)
    expect(all.words.match(/Said so today/g)).toHaveLength(1)
    expect((await rosa.get(`/people/${lee}?kind=notes`)).words).toContain('Said so today')
  })

  it('shows any form by itself, in the words of the form', async () => {
    const day = { 'day-day': '23', 'day-month': '11', 'day-year': '2026' }
    const page = await rosa.send(`/people/${lee}/offending-behaviour`, {
      ...day,
      situation: 'An argument on the landing',
      thoughts: 'He wants to shame me',
      next: 'Walk away and ring the bell',
    })
    expect(page.words).toContain('Contact and record saved')
    const { words } = await rosa.get(`/people/${lee}?kind=forms`)
    expect(words).toContain('Offending behaviour, one to one')
    expect(words).toContain('Walk away and ring the bell')
    const contacts = await rosa.get(`/people/${lee}?kind=contacts`)
    expect(contacts.words).toContain('Offending behaviour, one to one: kept')
  })

  it('shows the first answers of a long form, and leads to the record for the rest', async () => {
    const somebody = await aPerson(opened().house.database, {
      given: 'Ned',
      family: 'Long',
      arrivedDaysAgo: 5,
    })
    const phq = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((nth) => [`phq_${nth}`, 'several_days']))
    await rosa.send(`/people/${somebody}/assessments/new/phq_9`, { ...phq, phq_9: 'not_at_all' })
    const page = await rosa.get(`/people/${somebody}?kind=forms`)
    const answers = [...page.document.querySelectorAll('#timeline details')].map(
      (each) => each.textContent ?? '',
    )
    expect(answers.join()).toMatch(/Little interest[\s\S]*\d more on the record itself/)
  })

  it('says the day that a note is about, not the one on which it was written', async () => {
    const somebody = await aPerson(opened().house.database, {
      given: 'Dee',
      family: 'Late',
      arrivedDaysAgo: 9,
    })
    await rosa.send(`/people/${somebody}/notes/new`, {
      class: 'recovery',
      'day-day': '18',
      'day-month': '11',
      'day-year': '2026',
      words: 'Rang his sister.',
    })
    const page = await rosa.get(`/people/${somebody}?kind=notes`)
    expect(page.words).toContain('Wednesday 18 November')
    expect(page.words).not.toContain('today at')
  })

  it('keeps a page light, goes on where it stopped, and tells two of a kind apart', async () => {
    const somebody = await aPerson(opened().house.database, {
      given: 'Ola',
      family: 'Heavy',
      arrivedDaysAgo: 9,
    })
    await opened().house.database.intake(async (tx) => {
      await sql`insert into note (id, person_id, recorded_under, class, service_id, day, words, recorded_at)
        select uuidv7(), ${somebody}, ${somebody}, 'recovery', ${town.services.leeds}, date '2026-01-01' + n, repeat('Long words. ', 100), (date '2026-01-01' + n)::timestamptz
        from generate_series(0, 59) n`.execute(tx.db)
      return ok(undefined)
    })
    let seen: readonly (string | null)[] = []
    let path: string | null = `/people/${somebody}?kind=notes`
    while (path !== null) {
      const page = await rosa.get(path)
      expect(Buffer.byteLength(page.html)).toBeLessThan(60_000)
      const links = [...page.document.querySelectorAll('#timeline h3 a')]
      seen = [...seen, ...links.map((link) => link.textContent)]
      path =
        [...page.document.querySelectorAll('#timeline a')]
          .find((link) => link.textContent === 'Earlier')
          ?.getAttribute('href') ?? null
    }
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBe(60)
  })
})
