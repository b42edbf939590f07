import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../../test/support/browse.ts'
import { withHouse } from '../../../test/support/house.ts'
import { buildTown } from '../../../test/support/town.ts'
import { systemIds } from '../../platform/ids.ts'
import { acceptedTriage, hiddenIn, leeWhitaker, lookInto, owedTo, quietScreen } from '../testing.ts'

const opened = withHouse()
let rosa: Visitor
let nadia: Visitor

beforeAll(async () => {
  await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
  nadia = await visit(opened().house, 'nadia')
})

const onMethadone = async (): Promise<string> => {
  const id = await leeWhitaker(opened())
  await rosa.send(`/people/${id}/arrival-screen`, {
    ...quietScreen,
    used: 'opioids',
    prescribed: 'methadone',
    prescribed_from: 'Bridge Bradford',
  })
  return id
}

const newest = (personId: string, kind: string) =>
  lookInto(opened(), (db) =>
    db
      .selectFrom('fact')
      .selectAll()
      .where('person_id', '=', personId)
      .where('kind', '=', kind)
      .orderBy('recorded_at', 'desc')
      .executeTakeFirst(),
  )

const on = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

describe('the first-night clinical look', () => {
  it('shows the screen that asked for it, and meets what is owed', async () => {
    const id = await onMethadone()
    expect((await nadia.get(`/people/${id}/clinical-look`)).words).toContain('Bridge Bradford')
    await nadia.send(`/people/${id}/clinical-look`, { seen_by: 'nurse', withdrawal: 'opioid' })
    expect((await owedTo(opened(), id)).first_night_look).toBe('met')
    expect(await newest(id, 'seen_by_clinician')).toMatchObject({ class: 'clinical', reading: {} })
  })
})

describe('medicines', () => {
  const confirmed = { reached: 'pharmacy', reached_who: 'High Street pharmacy', medicine: 'methadone' }

  it('start from what the screen told', async () => {
    const page = await nadia.get(`/people/${await onMethadone()}/medicines`)
    expect(page.document.querySelector('[name=reached_who]')?.getAttribute('value')).toBe('Bridge Bradford')
    expect(page.document.querySelector('[name=medicine][checked]')?.getAttribute('value')).toBe('methadone')
  })

  it.each([
    ['2026-11-19', '3', true],
    ['2026-11-20', '2', false],
    ['2026-11-23', '0', false],
  ])('last taken on %s: %s days missed', async (day, missed, lost) => {
    const id = await onMethadone()
    const next = await nadia.send(`/people/${id}/medicines`, { ...confirmed, ...on('last_dose', day) })
    expect(next.words.includes('tolerance may be lost')).toBe(lost)
    expect((await newest(id, 'medicines_confirmed'))?.answers).toMatchObject({ days_missed: missed })
    expect((await owedTo(opened(), id)).medicines_confirmed).toBe('met')
  })

  it('count no days of an injection that lasts for weeks', async () => {
    const id = await onMethadone()
    await nadia.send(`/people/${id}/medicines`, {
      ...confirmed,
      medicine: 'buprenorphine_injection',
      ...on('last_dose', '2026-11-02'),
    })
    expect((await newest(id, 'medicines_confirmed'))?.answers).not.toHaveProperty('days_missed')
  })

  it('refuse a last dose that is still to come', async () => {
    const id = await onMethadone()
    const page = await nadia.send(`/people/${id}/medicines`, {
      ...confirmed,
      ...on('last_dose', '2026-11-24'),
    })
    expect(page.status).toBe(422)
    expect((await owedTo(opened(), id)).medicines_confirmed).toBe('owed')
  })
})

describe('naloxone', () => {
  it('training is recorded by the recovery team, the kit by clinical staff', async () => {
    const id = await onMethadone()
    await rosa.send(`/people/${id}/naloxone/training`, { outcome: 'trained' })
    await rosa.send(`/people/${id}/court-date`, on('court_day', '2026-12-01'))
    expect(await owedTo(opened(), id)).toMatchObject({ naloxone_training: 'met', naloxone_in_hand: 'owed' })
    await nadia.send(`/people/${id}/naloxone/kit`, { outcome: 'in_property', product: 'nasal' })
    expect((await owedTo(opened(), id)).naloxone_in_hand).toBe('met')
    const page = await nadia.get(`/people/${id}/naloxone`)
    expect(page.words).toContain('Nasal spray')
    expect(page.words).toContain('Trained')
    const hers = await rosa.get(`/people/${id}/naloxone`)
    expect(hers.words).toContain('Nasal spray')
  })

  it('asks why where it is refused', async () => {
    const id = await onMethadone()
    const page = await rosa.send(`/people/${id}/naloxone/training`, { outcome: 'refused' })
    expect(page.words).toContain('Say why')
    await rosa.send(`/people/${id}/naloxone/training`, { outcome: 'refused', why: 'Not today' })
    expect((await newest(id, 'naloxone_training'))?.reading).toEqual({ accepted: false })
  })
})

describe('a court date', () => {
  it('is a day to come', async () => {
    const id = await leeWhitaker(opened())
    const page = await rosa.send(`/people/${id}/court-date`, on('court_day', '2026-11-22'))
    expect(page.words).toContain('This day has passed')
  })

  it('reads as a day number for the standards', async () => {
    const id = await leeWhitaker(opened())
    await rosa.send(`/people/${id}/court-date`, {
      ...on('court_day', '2026-12-01'),
      court: 'Leeds Crown Court',
    })
    expect(await newest(id, 'court_date')).toMatchObject({ class: 'identity', reading: { courtDay: 20788 } })
  })
})

describe('how often we meet', () => {
  it('decides when the next contact is due', async () => {
    const id = await onMethadone()
    await rosa.send(`/people/${id}/triage`, acceptedTriage)
    await rosa.send(`/people/${id}/contact-frequency`, { every: '7' })
    const due = await lookInto(opened(), (db) =>
      db
        .selectFrom('obligation')
        .select('due_on')
        .where('person_id', '=', id)
        .where('standard', '=', 'agreed_contact')
        .executeTakeFirstOrThrow(),
    )
    expect(String(due.due_on)).toBe('2026-11-30')
  })
})

describe('a record', () => {
  it('reads back as asked and answered, and keeps earlier words when it is put right', async () => {
    const id = await onMethadone()
    await rosa.send(`/people/${id}/naloxone/training`, { outcome: 'refused', why: 'Tired' })
    const first = await newest(id, 'naloxone_training')
    const page = await rosa.get(`/people/${id}/records/${first?.id}`)
    expect(page.words).toContain('Why refused Tired')
    const link = [...page.document.querySelectorAll('main a')].find((a) =>
      a.textContent?.includes('Put right'),
    )
    await rosa.send(link?.getAttribute('href') ?? '', { outcome: 'trained' })
    for (const version of await lookInto(opened(), (db) =>
      db
        .selectFrom('fact')
        .select('id')
        .where('person_id', '=', id)
        .where('kind', '=', 'naloxone_training')
        .execute(),
    )) {
      const now = await rosa.get(`/people/${id}/records/${version.id}`)
      const [standing, before] = now.words.split('As it was written before')
      expect(standing).toContain('Trained')
      expect(before).toContain('Tired')
    }
  })

  it('is put right by the service that wrote it', async () => {
    const id = await onMethadone()
    const screen = await newest(id, 'arrival_screen')
    const page = await nadia.get(`/people/${id}/records/${screen?.id}`)
    expect(page.status).toBe(200)
    expect(page.words).not.toContain('Put right')
    expect((await nadia.get(`/people/${id}/arrival-screen?amends=${screen?.id}`)).status).toBe(404)
  })

  it('is not there for whom its class is closed, nor under another person', async () => {
    const id = await onMethadone()
    await nadia.send(`/people/${id}/clinical-look`, { seen_by: 'nurse', withdrawal: 'none' })
    const look = await newest(id, 'seen_by_clinician')
    expect((await nadia.get(`/people/${id}/records/${look?.id}`)).status).toBe(200)
    for (const name of ['rosa', 'kev', 'isla', 'amira']) {
      const other = await visit(opened().house, name)
      expect((await other.get(`/people/${id}/records/${look?.id}`)).status, name).toBe(404)
    }
    expect((await nadia.get(`/people/${await onMethadone()}/records/${look?.id}`)).status).toBe(404)
    expect((await nadia.get(`/people/${id}/records/nonsense`)).status).toBe(404)
  })
})

describe('each form', () => {
  it.each([
    ['clinical-look', 'rosa'],
    ['medicines', 'rosa'],
    ['naloxone/kit', 'rosa'],
    ['naloxone/training', 'nadia'],
    ['contact-frequency', 'nadia'],
    ['court-date', 'otto'],
    ['safety-response', 'kev'],
    ['safety-response', 'amira'],
    ['naloxone', 'kev'],
  ])('%s is not for %s', async (path, name) => {
    const id = await onMethadone()
    const other = await visit(opened().house, name)
    expect([403, 404]).toContain((await other.get(`/people/${id}/${path}`)).status)
  })

  it('adds nothing once the team works with somebody no longer, and says so', async () => {
    const id = await leeWhitaker(opened())
    await lookInto(opened(), (db) =>
      db
        .insertInto('movement')
        .values({
          id: systemIds.next(),
          person_id: id,
          recorded_under: id,
          source: 'feed',
          type: 'release',
          at: opened().clock.now(),
          day: Temporal.PlainDate.from('2026-11-23'),
          time_known: true,
          establishment_code: 'LEI',
          reason: 'RELEASED',
          reason_known: true,
          recorded_at: opened().clock.now(),
        })
        .execute(),
    )
    await opened().house.database.intake((tx) => tx.lock(id))
    const nobodyHere = await nadia.get(`/people/${id}/clinical-look`)
    expect(nobodyHere.status).toBe(403)
    expect(nobodyHere.words).toContain('works with this person no longer')
    const sent = await nadia.post(`/people/${id}/clinical-look`, {
      ...hiddenIn(await nadia.get(`/people/${await onMethadone()}/clinical-look`)),
      seen_by: 'nurse',
      withdrawal: 'none',
    })
    expect(sent.status).toBe(403)
    expect(await newest(id, 'seen_by_clinician')).toBeUndefined()
  })

  it.each(['clinical-look', 'medicines', 'naloxone/kit'])('%s sent empty says what to do', async (path) => {
    const page = await nadia.send(`/people/${await onMethadone()}/${path}`, {})
    expect(page.status).toBe(422)
    expect(page.words).toContain('There is a problem')
  })
})
