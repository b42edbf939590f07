import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { aPerson } from '../casework/testing.ts'
import { takeOn } from '../handover/testing.ts'
import { ok } from '../platform/result.ts'

const opened = withHouse()
let town: Town
let rosa: Visitor
let amira: Visitor

beforeAll(async () => {
  town = await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
  amira = await visit(opened().house, 'amira')
})

const somebody = async (agreesToPassOn = true): Promise<string> => {
  const { house } = opened()
  const personId = await aPerson(house.database, {
    given: 'Lee',
    family: 'Example',
    arrivedDaysAgo: 5,
    leavesInDays: 10,
  })
  await takeOn(house.database, { personId, serviceId: town.services.leeds, agreesToPassOn })
  return personId
}

const toBradford = () => ({
  purpose: 'treatment',
  treatment_with: town.services.bradford,
  state: 'given',
  parts: ['recovery'],
  how: 'spoken',
  explained: ['interpreter'],
  explained_words: 'Polish, by telephone',
})

/** A hand-over to Bradford that is ready for its basis; answers with its id. */
const prepared = async (personId: string): Promise<string> => {
  const page = await rosa.send(`/people/${personId}/handover/new`, {
    destination: 'Bradford',
    service: town.services.bradford,
  })
  const id = /\/handovers\/([0-9a-f-]{36})/.exec(page.html)?.[1] ?? ''
  await rosa.send(`/handovers/${id}/what-goes`, { parts: 'recovery' })
  return id
}

const checked = async (id: string): Promise<string | null> => {
  const page = await rosa.get(`/handovers/${id}/basis`)
  return page.document.querySelector('input[name=basis][checked]')?.getAttribute('value') ?? null
}

describe('the register of one person', () => {
  it('says in one sentence what is agreed, and how it was explained', async () => {
    const id = await somebody(false)
    expect((await rosa.get(`/people/${id}/sharing`)).words).toContain('no name leaves')
    const page = await rosa.send(`/people/${id}/sharing/new`, toBradford())
    expect(page.words).toContain('Bradford community service: treatment after release Agreed')
    expect(page.words).toContain('spoken; explained with an interpreter and Polish, by telephone')
    expect(page.words).toContain('Nothing of this record has been shared')
  })

  it('says what is missing, and keeps what was typed', async () => {
    const id = await somebody()
    const page = await rosa.send(`/people/${id}/sharing/new`, { purpose: 'family', words: 'Only good news' })
    expect(page.status).toBe(422)
    expect(page.words).toContain('Say whether they agree')
    expect(page.words).toContain('Say how they said it')
    expect(page.document.querySelector('[name=words]')?.getAttribute('value')).toBe('Only good news')
    const nobody = await rosa.send(`/people/${id}/sharing/new`, { ...toBradford(), treatment_with: '' })
    expect(nobody.words).toContain('Choose the service')
    const past = { 'until-day': '1', 'until-month': '11', 'until-year': '2026' }
    const ended = await rosa.send(`/people/${id}/sharing/new`, { ...toBradford(), ...past })
    expect(ended.words).toContain('This day has passed')
  })

  it('keeps a relative by name, a refusal, and a basis with its reason', async () => {
    const id = await somebody()
    await rosa.send(`/people/${id}/sharing/new`, {
      purpose: 'family',
      family_with: 'Ann Example, sister',
      state: 'refused',
      how: 'in_writing',
    })
    const basis = {
      purpose: 'other',
      other_with: 'Leeds Crown Court',
      basis: 'court_order',
      parts: ['summary'],
    }
    expect((await rosa.send(`/people/${id}/sharing/basis`, basis)).words).toContain('Give the reason')
    const clinical = { ...basis, words: 'Order of 1 November', parts: ['clinical'] }
    expect((await rosa.send(`/people/${id}/sharing/basis`, clinical)).words).toContain('Leave them out')
    const page = await rosa.send(`/people/${id}/sharing/basis`, { ...basis, words: 'Order of 1 November' })
    expect(page.words).toContain('Ann Example, sister: a member of their family, or somebody close Said no')
    expect(page.words).toContain('A court ordered it, since 23 November 2026: the agreed summary and plan.')
    expect(page.words).toContain('Order of 1 November')
  })
})

describe('a hand-over', () => {
  it('does not ask what the register has, and writes to it what it asks', async () => {
    const id = await somebody(false)
    await rosa.send(`/people/${id}/sharing/new`, toBradford())
    const handover = await prepared(id)
    expect(await checked(handover)).toBe('registered')
    await rosa.send(`/handovers/${handover}/basis`, { basis: 'registered' })
    const sent = await rosa.send(`/handovers/${handover}/check`, {})
    expect(sent.words).toContain('Sent to Bradford community service')
    const other = await somebody(false)
    const second = await prepared(other)
    expect(await checked(second)).toBeNull()
    const how = await rosa.send(`/handovers/${second}/basis`, { basis: 'agreed_now' })
    expect(how.words).toContain('Say how they said it')
    await rosa.send(`/handovers/${second}/basis`, { basis: 'agreed_now', agreed_how: 'on_screen' })
    expect((await rosa.get(`/people/${other}/sharing`)).words).toContain('(on a screen) to recovery records')
    expect(await checked(second)).toBe('registered')
  })

  it('that they said no to sends nothing, and triage does not carry it any more', async () => {
    const id = await somebody(true)
    const handover = await prepared(id)
    expect(await checked(handover)).toBe('agreed_at_triage')
    const check = await rosa.send(`/handovers/${handover}/basis`, { basis: 'refused', refused_how: 'spoken' })
    expect(check.words).toContain('how to come themselves')
    const again = await rosa.send(`/handovers/${handover}/basis`, { basis: 'agreed_at_triage' })
    expect(again.status).toBe(422)
    expect(again.words).toContain('They said no to this service on 23 November 2026')
  })

  it('says before it is sent that the agreement has run out', async () => {
    const { clock } = opened()
    const before = clock.now()
    const id = await somebody(false)
    const until = { 'until-day': '24', 'until-month': '11', 'until-year': '2026' }
    await rosa.send(`/people/${id}/sharing/new`, { ...toBradford(), ...until })
    expect((await rosa.get(`/people/${id}/sharing`)).words).toContain('It ends soon: ask them again')
    const handover = await prepared(id)
    await rosa.send(`/handovers/${handover}/basis`, { basis: 'registered' })
    try {
      clock.set(Temporal.Instant.from('2026-11-25T09:00:00Z'))
      rosa = await visit(opened().house, 'rosa')
      const check = await rosa.get(`/handovers/${handover}/check`)
      expect(check.words).toContain('This ended on 24 November 2026')
      expect((await rosa.send(`/handovers/${handover}/check`, {})).status).toBe(422)
      expect((await rosa.get(`/people/${id}/sharing`)).words).toContain('Ran out')
    } finally {
      clock.set(before)
      rosa = await visit(opened().house, 'rosa')
    }
  })
})

describe('withdrawal', () => {
  it('lists what was shared, closes it at once, takes back what was not answered, and tells them', async () => {
    const id = await somebody()
    const handover = await prepared(id)
    await rosa.send(`/handovers/${handover}/basis`, { basis: 'agreed_at_triage' })
    await rosa.send(`/handovers/${handover}/check`, {})
    expect((await amira.get(`/handovers/${handover}`)).status).toBe(200)
    const page = await rosa.get(`/people/${id}/sharing`)
    const link = page.document.querySelector(`a[href$="/end"]`)?.getAttribute('href') ?? ''
    const end = await rosa.get(link)
    expect(end.words).toContain('What was shared with them before')
    expect(end.words).toContain('who they are and how to reach them and recovery records')
    const done = await rosa.send(link, { words: 'I have changed my mind' })
    expect(done.words).toContain('Bradford community service sees nothing of what was shared')
    expect(done.words).toContain('They withdrew their agreement on 23 November 2026')
    expect(done.words).toContain('Taken back')
    expect((await amira.get(`/handovers/${handover}`)).status).toBe(404)
    expect((await amira.get(`/people/${id}`)).status).toBe(404)
    expect((await amira.get('/today')).words).toContain('What was shared is closed to you')
    expect((await rosa.get(link)).status).toBe(404)
  })

  it('told to the recipient is recorded by them, and shuts them out', async () => {
    const id = await somebody()
    const handover = await prepared(id)
    await rosa.send(`/handovers/${handover}/basis`, { basis: 'agreed_at_triage' })
    await rosa.send(`/handovers/${handover}/check`, {})
    const own = await amira.get(`/people/${id}/sharing`)
    expect(own.document.querySelector('a[href$="/sharing/new"]')).toBeNull()
    const link = own.document.querySelector(`a[href$="/end"]`)?.getAttribute('href') ?? ''
    const done = await amira.send(link, { words: 'He rang us' })
    expect(done.words).toContain('sees nothing of what was shared')
    expect((await amira.get(`/people/${id}`)).status).toBe(404)
    expect((await rosa.get(`/people/${id}/sharing`)).words).toContain('He rang us')
  })
})

const born = { 'birth-day': '4', 'birth-month': '3', 'birth-year': '1989' }

/** Somebody with a number and a date of birth; at Leeds, or known to nobody. */
const numbered = async (value: string, held: boolean): Promise<string> => {
  const { house } = opened()
  const added = await house.database.intake(async (tx) => {
    const id = tx.ids.next()
    const about = { person_id: id, recorded_under: id, recorded_at: tx.now }
    await tx.db
      .insertInto('person')
      .values({
        id,
        given_name: 'Lee',
        family_name: 'O’Example',
        date_of_birth: Temporal.PlainDate.from('1989-03-04'),
        recorded_at: tx.now,
      })
      .execute()
    await tx.db
      .insertInto('identifier')
      .values({ ...about, id: tx.ids.next(), type: 'prison_number', value, source: 'test' })
      .execute()
    const day = tx.today.subtract({ days: 3 })
    if (held)
      await tx.db
        .insertInto('movement')
        .values({
          ...about,
          id: tx.ids.next(),
          source: 'feed',
          type: 'admission',
          at: tx.now.subtract({ hours: 72 }),
          day,
          time_known: true,
          establishment_code: 'LEI',
          reason: 'ADMISSION',
          reason_known: true,
        })
        .execute()
    const locked = await tx.lock(id)
    return locked.ok ? ok(id) : locked
  })
  if (!added.ok) throw new Error(added.refusal.message)
  return added.value
}

describe('who asks to be involved', () => {
  const links = async (): Promise<readonly string[]> =>
    [...(await rosa.get('/today')).document.querySelectorAll('a[href^="/connect/"]')].map(
      (link) => link.getAttribute('href') ?? '',
    )
  const asks = async (number: string) => {
    const id = await numbered(number, true)
    const before = await links()
    await amira.send('/people/connect', { number, ...born, ask: 'She comes to us on Monday' })
    const path = (await links()).find((link) => !before.includes(link))
    return { id, path: path ?? 'no notice leads to an answer' }
  }

  it('is answered from Today: involved on a recorded basis, they see what was named and no more', async () => {
    const { id, path } = await asks('A4001AA')
    expect((await amira.get(path)).status).toBe(403)
    const missing = await rosa.send(path, { answer: 'involved' })
    expect(missing.words).toContain('Choose the basis')
    const how = await rosa.send(path, { answer: 'involved', basis: 'consent' })
    expect(how.words).toContain('Say how they said it')
    const done = await rosa.send(path, {
      answer: 'involved',
      basis: 'consent',
      how: 'spoken',
      parts: ['summary'],
    })
    expect(done.words).toContain('Bradford community service is involved from now on')
    expect(done.words).toContain('Involved, without a hand-over')
    expect((await amira.get(`/people/${id}`)).status).toBe(200)
    expect((await amira.get('/today')).words).toContain('You are involved now, as you asked')
    expect((await rosa.send(path, { answer: 'declined', words: 'No' })).status).toBe(409)
    const end = (await rosa.get(`/people/${id}/sharing`)).document.querySelector('a[href$="/end"]')
    await rosa.send(end?.getAttribute('href') ?? '', {})
    expect((await amira.get(`/people/${id}`)).status).toBe(404)
  })

  it('is told why not, and sees nothing', async () => {
    const { id, path } = await asks('A4002AA')
    expect((await rosa.send(path, { answer: 'declined' })).words).toContain('Say why')
    await rosa.send(path, { answer: 'declined', words: 'Another service has them already' })
    expect((await amira.get(`/people/${id}`)).status).toBe(404)
    expect((await amira.get('/today')).words).toContain('were not: Another service has them already')
    const isla = await visit(opened().house, 'isla')
    expect((await isla.get(path)).status).toBe(404)
  })

  it('goes on by themselves where no team works with them: an episode of their own, and nothing of others', async () => {
    const id = await numbered('A4003AA', false)
    const asked = await amira.send('/people/connect', { number: 'A4003AA', ...born })
    expect(asked.words).toContain('no team works with them now')
    const said = { number: 'A4003AA', ...born, family_name: 'o’example', confirmed: 'yes' }
    const unchecked = await amira.send('/people/take-up', { ...said, confirmed: '' })
    expect(unchecked.words).toContain('Say that you have checked')
    const wrong = await amira.send('/people/take-up', { ...said, family_name: 'Other' })
    expect(wrong.words).toContain('No record without a team fits all three')
    const taken = await amira.send('/people/take-up', said)
    expect(taken.words).toContain('An episode with Bradford community service is open from today')
    expect((await amira.get(`/people/${id}`)).status).toBe(200)
    const wes = await visit(opened().house, 'wes')
    const again = await wes.send('/people/take-up', said)
    expect(again.words).toContain('No record without a team fits all three')
    const held = await numbered('A4004AA', true)
    const refused = await amira.send('/people/take-up', { ...said, number: 'A4004AA' })
    expect(refused.status).toBe(422)
    expect((await amira.get(`/people/${held}`)).status).toBe(404)
  })
})

describe('the page for the person', () => {
  it('says in plain words who can see what, what they agreed to, and who has looked, by name where they ask', async () => {
    const id = await somebody()
    await rosa.send(`/people/${id}/sharing/new`, toBradford())
    await rosa.get(`/people/${id}`)
    const page = await rosa.get(`/people/${id}/sharing/printed`)
    expect(page.words).toContain('Leeds recovery team can see who you are, where you are')
    expect(page.words).toContain('the medicines you leave with. Not your health notes')
    expect(page.words).toContain('your medicines and health notes')
    const seers = [...page.document.querySelectorAll('.tc-for-them ul')][0]
    const named = [...(seers?.querySelectorAll('strong') ?? [])].map(({ textContent }) => textContent)
    expect(named).toEqual(['Leeds healthcare', 'Leeds recovery team'])
    expect(page.words).toContain('You agreed on 23 November 2026 that they are told your recovery records')
    expect(page.words).toContain('Recovery worker, Leeds recovery team')
    expect(page.words).not.toContain('Rosa Example, Recovery worker')
    const byName = await rosa.get(`/people/${id}/sharing/printed?names=yes`)
    expect(byName.words).toContain('Rosa Example, Recovery worker, Leeds recovery team')
  })
})

describe('the agreed summary', () => {
  it('is kept once they agree to every word, and is not there for who was not agreed to', async () => {
    const id = await somebody()
    const unread = await rosa.send(`/people/${id}/summary/new`, { words: 'Doing well' })
    expect(unread.words).toContain('Read it to them first')
    const kept = await rosa.send(`/people/${id}/summary/new`, { words: 'Doing well', agreed: 'yes' })
    expect(kept.words).toContain('Doing well')
    expect(kept.words).toContain('Agreed with them today')
    const kev = await visit(opened().house, 'kev')
    expect((await kev.get(`/people/${id}/summary`)).status).toBe(404)
  })
})
