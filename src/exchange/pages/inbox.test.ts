import { beforeAll, describe, expect, it } from 'vitest'
import { type Visited, visit } from '../../../test/support/browse.ts'
import { withHouse } from '../../../test/support/house.ts'
import { buildTown, type Town } from '../../../test/support/town.ts'
import { takeRoll } from '../../custody/index.ts'
import { ok } from '../../platform/result.ts'
import { known, mergeLine, type TestMessage, tell, tellLines } from '../testing.ts'

const opened = withHouse()
let town: Town

const database = () => opened().house.database

let numbers = 1000
/** Somebody in Leeds since early November, with a prison number of their own. */
const held = async (name: string): Promise<{ readonly id: string; readonly number: string }> => {
  numbers += 1
  const number = `A${numbers}AA`
  const id = await known(database(), name, number)
  await tell(database(), { number, says: 'received', reason: 'ADMISSION', at: '2026-11-02T18:00:00Z' })
  return { id, number }
}

const left = (number: string, change: Partial<TestMessage> = {}): TestMessage => ({
  number,
  says: 'released',
  reason: 'RELEASED',
  at: '2026-11-22T10:00:00Z',
  ...change,
})

const place = async (person: string) => {
  const found = await database().intake(async (tx) =>
    ok(
      await tx.db
        .selectFrom('whereabouts')
        .selectAll()
        .where('person_id', '=', person)
        .executeTakeFirstOrThrow(),
    ),
  )
  if (!found.ok) throw new Error(found.refusal.message)
  return found.value
}

/** Each row of the page's tables: its words, and its last link. */
const rows = (page: Visited): readonly { readonly words: string; readonly href: string }[] =>
  [...page.document.querySelectorAll('main tbody tr')].map((row) => ({
    words: (row.textContent ?? '').replace(/\s+/g, ' '),
    href: [...row.querySelectorAll('a')].at(-1)?.getAttribute('href') ?? '',
  }))

const rowOf = (page: Visited, ...words: readonly string[]) => {
  const row = rows(page).find((one) => words.every((word) => one.words.includes(word)))
  if (row === undefined) throw new Error(`No row with ${words.join(', ')} in: ${page.words}`)
  return row
}

const rosa = () => visit(opened().house, 'rosa')

beforeAll(async () => {
  town = await buildTown(opened().house)
})

describe('the inbox of a prison’s team', () => {
  it('says what was told, what it changed, and how many came and left since the last working day', async () => {
    const { number } = await held('Marcus Bell')
    await tell(database(), left(number))
    const page = await (await rosa()).get('/feed')
    expect(page.status).toBe(200)
    expect(page.words).toContain('1 person left since Friday 20 November. Here is what changed')
    expect(rowOf(page, 'Marcus Bell left Leeds: released').words).toContain(
      'Left into the community. Sessions in custody ended. No need for treatment outside is known.',
    )
    expect(rowOf(page, 'Marcus Bell came into Leeds').words).toContain('A stay began')
    const links = [...page.document.querySelectorAll('main tbody td a')].map((link) => link.textContent)
    expect(links).toEqual([...new Set(links)])
  })

  it('shows numbers that nobody has with what they wait for, and the person once they are known', async () => {
    await tell(database(), {
      number: 'B1234BB',
      says: 'received',
      reason: 'ADMISSION',
      at: '2026-11-22T09:00:00Z',
    })
    const page = await (await rosa()).get('/feed')
    expect(rowOf(page, 'B1234BB').words).toContain('Nobody here has the number B1234BB')
    await known(database(), 'Tina Shaw', 'B1234BB')
    const then = await (await rosa()).get('/feed')
    expect(rowOf(then, 'Tina Shaw came into Leeds').href).toContain('/set-aside')
    expect(then.words).not.toContain('Nobody here has the number')
  })

  it('leaves out where people were only seen, until asked', async () => {
    const { number } = await held('Sean Cole')
    await tellLines(database(), [
      JSON.stringify({
        eventType: 'prisoner-offender-search.prisoner.released',
        occurredAt: '2026-11-22T11:00:00Z',
        additionalInformation: { nomsNumber: number, reason: 'SENT_TO_COURT', prisonId: 'LEI' },
      }),
    ])
    const reader = await visit(opened().house, 'tessa')
    expect((await reader.get('/feed')).words).not.toContain('Sean Cole was seen')
    expect((await reader.get('/feed?show=all')).words).toContain('Sean Cole was seen at Leeds')
    expect((await reader.get('/feed')).words).toContain('Sean Cole was seen')
    expect((await reader.get('/feed?show=movements')).words).not.toContain('Sean Cole was seen')
  })

  it('keeps a restricted person, and another prison’s people, from those who may not see them', async () => {
    const { id, number } = await held('Reza Kept')
    const page = await (await rosa()).get('/feed')
    const { href } = rowOf(page, 'Reza Kept came into Leeds')
    await database().intake(async (tx) => {
      const values = { person_id: id, ring_number: '0113', reason: 'test', restricted_at: tx.now }
      await tx.db.insertInto('restriction').values(values).execute()
      return ok(null)
    })
    await tell(database(), left(number))
    const then = await (await rosa()).get('/feed')
    expect(then.html).not.toContain('Reza')
    expect(then.html).not.toContain(number)
    expect((await (await rosa()).get(href)).status).toBe(404)
    const isla = await visit(opened().house, 'isla')
    expect((await isla.get('/feed')).words).not.toContain('Marcus Bell')
    expect((await isla.get(rowOf(page, 'Marcus Bell came into').href)).status).toBe(404)
  })

  it.each(['nadia', 'kev', 'amira', 'commy', 'ada', 'mo'])('is not for %s', async (name) => {
    expect((await (await visit(opened().house, name)).get('/feed')).status).toBe(403)
  })
})

describe('setting a message aside', () => {
  it('derives everything again, marks the message, and reading it again keeps it aside', async () => {
    const { id, number } = await held('Lee Whitaker')
    await tell(database(), left(number))
    expect((await place(id)).status).toBe('in_community')
    const reader = await rosa()
    const { href } = rowOf(await reader.get('/feed'), 'Lee Whitaker left Leeds')
    const empty = await reader.post(href, {})
    expect(empty.status).toBe(422)
    const done = await reader.send(href, { why: 'He is on B wing.' })
    expect(done.words).toContain('The message was set aside')
    expect((await place(id)).status).toBe('in_custody')
    const taken = await tell(database(), left(number))
    expect(taken).toEqual({ applied: 0, duplicates: 1, held: 0 })
    expect((await place(id)).status).toBe('in_custody')
    expect(rowOf(await reader.get('/feed'), 'Lee Whitaker left Leeds').words).toContain(
      'Set aside today at 08:55 by Rosa Example: it changes nothing. “He is on B wing.”',
    )
    expect((await reader.send(href, { why: 'Twice.' })).words).toContain('has been set aside already')
  })

  it('can be taken back', async () => {
    const reader = await rosa()
    const { href } = rowOf(await reader.get('/feed'), 'Lee Whitaker left Leeds')
    expect(href).toContain('/take-back')
    const done = await reader.send(href, { why: 'He did leave, his mother rang.' })
    expect(done.words).toContain('The message counts again')
    expect(rowOf(done, 'Lee Whitaker left Leeds').words).not.toContain('Set aside today')
  })

  it('leaves the team an admission that it set aside, to take back, and no more of the record', async () => {
    numbers += 1
    const number = `A${numbers}AA`
    const id = await known(database(), 'Noel Wrong', number)
    await tell(database(), { number, says: 'received', reason: 'ADMISSION', at: '2026-11-21T18:00:00Z' })
    const reader = await rosa()
    const { href } = rowOf(await reader.get('/feed'), 'Noel Wrong came into Leeds')
    await reader.send(href, { why: 'Somebody else of that name.' })
    expect((await place(id)).status).toBe('not_known')
    const tie = await database().read({ staffId: town.staff.rosa?.id ?? '', role: 'recovery_worker' }, (tx) =>
      tx.db.selectFrom('involvement').select(['ground', 'classes']).where('person_id', '=', id).execute(),
    )
    expect(tie).toEqual([{ ground: 'set_aside', classes: '{identity}' }])
    const back = rowOf(await reader.get('/feed'), 'Noel Wrong came into Leeds').href
    await reader.send(back, { why: 'It was him.' })
    expect((await place(id)).status).toBe('in_custody')
  })

  it('asks the team where people have acted on it since', async () => {
    const { id, number } = await held('Jordan Ashe')
    await tell(database(), left(number))
    await database().intake(async (tx) => {
      await tx.db
        .insertInto('contact')
        .values({
          id: tx.ids.next(),
          person_id: id,
          recorded_under: id,
          class: 'handover',
          service_id: town.services.leeds,
          purpose: 'follow_up',
          mode: 'phone',
          day: tx.today,
          outcome: 'no_answer',
          recorded_by: town.staff.colin?.id ?? null,
          recorded_at: tx.now,
        })
        .execute()
      return tx.lock(id)
    })
    const reader = await rosa()
    const { href } = rowOf(await reader.get('/feed'), 'Jordan Ashe left Leeds')
    expect((await reader.get(href)).words).toContain('staff have recorded things that rest on it')
    const asked = await reader.send(href, { why: 'I think he is still here.' })
    expect(asked.words).toContain('The message was not set aside')
    expect((await place(id)).status).toBe('in_community')
    const question = rowOf(asked, 'Jordan Ashe', 'I think he is still here.')
    const kept = await reader.send(question.href, { answer: 'keep', why: 'Reception saw him leave.' })
    expect(kept.words).toContain('Decided: The message stands.')
    expect((await reader.get(question.href)).words).toContain('The message stands. Reception saw him leave.')
    await reader.send(href, { why: 'No: he is on C wing.' })
    const again = rowOf(await reader.get('/feed'), 'Jordan Ashe', 'Somebody asked')
    await reader.send(again.href, { answer: 'wrong', why: 'Seen on C wing.' })
    expect((await place(id)).status).toBe('in_custody')
  })
})

describe('what a human must decide', () => {
  const unknown = async (name: string) => {
    const { id, number } = await held(name)
    await tell(database(), left(number, { code: 'ZZ9' }))
    const page = await (await rosa()).get('/feed')
    expect(rowOf(page, `${name} left Leeds`).words).toContain(
      'Nobody is rung or written to until somebody has decided',
    )
    return { id, href: rowOf(page, name, 'reason code ZZ9').href }
  }

  it('a release for a reason nobody knows: it was one, so they may be rung', async () => {
    const { id, href } = await unknown('Una Code')
    expect((await place(id)).release_reason_known).toBe(false)
    const reader = await rosa()
    const unanswered = await reader.send(href, { answer: '', why: '' })
    expect(unanswered.words).toContain('Choose one of these')
    const done = await reader.send(href, { answer: 'community', why: 'Rang reception.' })
    expect(done.words).toContain('Decided: They went into the community.')
    expect((await place(id)).release_reason_known).toBe(true)
    expect((await reader.get(href)).words).toContain('Decided today at 08:55 by Rosa Example')
  })

  it('or removal abroad, told in its place', async () => {
    const { id, href } = await unknown('Remi Abroad')
    await (await rosa()).send(href, { answer: 'removal', why: 'Taken to Gatwick.' })
    expect((await place(id)).status).toBe('removed')
    const page = await (await rosa()).get('/feed')
    const back = await (await rosa()).send(rowOf(page, 'Remi Abroad left Leeds: released').href, {
      why: 'Hm.',
    })
    expect(back.words).toContain('Somebody recorded another movement in its place')
  })

  it('or nothing of the kind', async () => {
    const { id, href } = await unknown('Stay Here')
    await (await rosa()).send(href, { answer: 'wrong', why: 'On B wing.' })
    expect((await place(id)).status).toBe('in_custody')
  })

  it('a readmission that was a new admission', async () => {
    const { id, number } = await held('Rhea Back')
    await tell(database(), left(number, { at: '2026-11-10T10:00:00Z' }), {
      number,
      says: 'received',
      reason: 'READMISSION',
      at: '2026-11-20T10:00:00Z',
    })
    expect((await place(id)).admitted_on?.toString()).toBe('2026-11-02')
    const { href } = rowOf(await (await rosa()).get('/feed'), 'Rhea Back', 'Readmitted')
    await (await rosa()).send(href, { answer: 'admission', why: 'Sentenced again.' })
    expect((await place(id)).admitted_on?.toString()).toBe('2026-11-20')
  })

  it('is not for another prison', async () => {
    const { href } = await unknown('Only Leeds')
    const isla = await visit(opened().house, 'isla')
    expect((await isla.get(href)).status).toBe(404)
    expect((await isla.post(href, { answer: 'wrong', why: 'x' })).status).not.toBe(303)
  })
})

describe('a death told by the feed', () => {
  it('is said quietly, and taken back where it was wrong: those who were told are told again', async () => {
    const { id, number } = await held('Ned Quiet')
    await tell(database(), left(number, { code: 'DEC' }))
    const reader = await rosa()
    const page = await reader.get('/feed')
    expect(rowOf(page, 'Ned Quiet has died').words).toContain('Letters, reminders and calls have stopped')
    expect(page.words).toContain('1 person has died.')
    expect((await place(id)).status).toBe('died')
    await reader.send(rowOf(page, 'Ned Quiet has died').href, { why: 'The wrong man.' })
    expect((await place(id)).status).toBe('in_custody')
    const notices = await database().intake(async (tx) =>
      ok(
        await tx.db
          .selectFrom('notice')
          .select(['words', 'service_id'])
          .where('person_id', '=', id)
          .where('words', 'like', '%was wrong%')
          .execute(),
      ),
    )
    expect(notices.ok && notices.value.length).toBeGreaterThan(0)
    await reader.send(rowOf(await reader.get('/feed'), 'Ned Quiet has died').href, { why: 'It was him.' })
    expect((await place(id)).status).toBe('died')
  })
})

describe('a merge', () => {
  it('is said, and shows the messages of both numbers as one person’s', async () => {
    const kept = await held('Kay Kept')
    const joined = await held('Kay Joined')
    await tellLines(database(), [mergeLine(kept.number, joined.number, '2026-11-22T12:00:00Z')])
    const page = await (await rosa()).get('/feed')
    expect(rowOf(page, 'Kay Kept is one person with another number').words).toContain(
      'One record keeps everything',
    )
    expect(page.words).not.toContain('Kay Joined')
    const { href } = rowOf(page, 'Kay Kept is one person with another number')
    expect((await (await rosa()).get(href)).words).toContain(joined.number)
  })
})

describe('a long inbox', () => {
  it('pages from the newest to the oldest', async () => {
    const { number } = await held('Paul Many')
    const court = Array.from({ length: 60 }, (_, index) => ({
      number,
      says: index % 2 === 0 ? ('released' as const) : ('received' as const),
      reason: index % 2 === 0 ? 'SENT_TO_COURT' : 'RETURN_FROM_COURT',
      at: Temporal.Instant.from('2026-11-03T08:00:00Z').add({ hours: index }).toString(),
    }))
    await tell(database(), ...court)
    const reader = await rosa()
    const first = await reader.get('/feed')
    const earlier = [...first.document.querySelectorAll('nav a')].find((link) =>
      link.textContent?.includes('Earlier messages'),
    )
    const second = await reader.get(earlier?.getAttribute('href') ?? '')
    expect(rows(second).length).toBeGreaterThan(10)
    const seen = [...rows(first), ...rows(second)].filter(({ words }) =>
      /Paul Many (went|came back)/.test(words),
    )
    expect(new Set(seen.map(({ href }) => href)).size).toBe(60)
    expect((await reader.get('/feed?before=nonsense')).status).toBe(200)
  })
})

describe('a number on the roll that nobody has', () => {
  it('stands on the page of the recovery team of that prison alone, until somebody with it is recorded', async () => {
    const row = (prison_number: string, wing: string) => ({
      establishment: 'LEI',
      as_of: '2026-11-23T06:30:00Z',
      prison_number,
      wing,
      cell: null,
      legal_status: null,
    })
    await database().intake((tx) => takeRoll(tx, [row('R9001AA', 'C'), row('R9002AA', 'D')]))
    const rosa = await visit(opened().house, 'rosa')
    const page = await rosa.get('/feed')
    expect(page.words).toContain('On the roll, and on no record here (2)')
    expect(rows(page).map(({ words }) => words)).toContain('R9001AALeeds, wing Ctoday at 06:30')
    const isla = await visit(opened().house, 'isla')
    expect((await isla.get('/feed')).words).not.toContain('R9001AA')
    await known(database(), 'Rory Known', 'R9001AA')
    expect((await rosa.get('/feed')).words).not.toContain('R9001AA')
  })
})
