import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { superuserOf } from '../../test/support/audit.ts'
import { type Visited, visit } from '../../test/support/browse.ts'
import { mondayMorning, withHouse } from '../../test/support/house.ts'
import { buildTown, type Town, townPassword } from '../../test/support/town.ts'
import { hashOfJoinCode, newJoinCode, readJoinCode } from '../platform/auth/join-code.ts'
import { mostTries, throttledMinutes } from '../platform/auth/throttle.ts'
import { systemIds } from '../platform/ids.ts'

const opened = withHouse()
let town: Town

beforeAll(async () => {
  town = await buildTown(opened().house)
})
/** Each test an hour later than the one before: nobody has tried too often. */
let at = mondayMorning
beforeEach(() => {
  at = at.add({ hours: 1 })
  opened().clock.set(at)
})

/** A code for somebody who works here, who forgot their password. */
const codeFor = async (name: string): Promise<string> => {
  const code = newJoinCode()
  const { house, clock } = opened()
  const superuser = await superuserOf(house)
  await superuser.query(
    `insert into invitation (id, staff_id, code_hash, made_by, made_at, expires_at) values ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + interval '7 days')`,
    [
      systemIds.next(),
      town.staff[name]?.id,
      hashOfJoinCode(readJoinCode(code) ?? ''),
      town.staff.ada?.id,
      clock.now().toString(),
    ],
  )
  await superuser.end()
  return code
}

const join = async (code: string, name: string, address: string, password = townPassword): Promise<Visited> =>
  (await visit(opened().house, null, { address })).post('/join', { code, sign_in_name: name, password })

const again = async (times: number, one: () => Promise<Visited>): Promise<readonly string[]> => {
  const words: string[] = []
  for (let each = 0; each < times; each += 1) words.push((await one()).words)
  return words
}

const stopped = `Wait ${throttledMinutes} minutes`

describe('joining with a code', () => {
  it('stops who tries one code too often, from wherever, and lets in whoever waits', async () => {
    const code = await codeFor('rosa')
    const weak = (n: number) => () => join(code, 'rosa', `203.0.113.${n}`, 'short')
    for (const words of [...(await again(4, weak(1))), ...(await again(4, weak(2)))])
      expect(words).not.toContain(stopped)
    expect((await join(code, 'rosa', '203.0.113.3')).words).toContain(stopped)
    opened().clock.set(at.add({ minutes: throttledMinutes }))
    expect((await join(code, 'rosa', '203.0.113.3')).status).toBe(303)
  })

  it('counts a code however it is typed', async () => {
    const code = newJoinCode()
    await again(mostTries.joining, () => join(code, 'somebody', '203.0.113.4'))
    expect((await join(code.toLowerCase().replaceAll('-', ' '), 'somebody', '203.0.113.5')).words).toContain(
      stopped,
    )
  })

  it('stops an address that tries many codes, also what cannot be one, and no other address', async () => {
    const code = await codeFor('colin')
    const from = '203.0.113.6'
    await again(mostTries.address / 2, () => join(newJoinCode(), 'somebody', from))
    const last = await again(mostTries.address / 2, () => join('not a code', 'somebody', from))
    expect(last.some((words) => words.includes(stopped))).toBe(false)
    expect((await join(code, 'colin', from)).words).toContain(stopped)
    expect((await join(code, 'colin', '203.0.113.7')).status).toBe(303)
  })

  it('says the same of a right code and of a wrong one, once it is stopped', async () => {
    const right = await codeFor('nadia')
    const wrong = newJoinCode()
    for (const code of [right, wrong])
      await again(mostTries.joining, () => join(code, 'nadia', '203.0.113.8', 'short'))
    const words = await Promise.all(
      [right, wrong].map(async (code) => (await join(code, 'nadia', '203.0.113.9')).words),
    )
    expect(words[0]?.replace(right, '')).toBe(words[1]?.replace(wrong, ''))
  })

  it('keeps a try on the audit log, and that it was one too many', async () => {
    const code = newJoinCode()
    await again(mostTries.joining + 1, () => join(code, 'somebody', '203.0.113.10'))
    const superuser = await superuserOf(opened().house)
    const found = await superuser.query(
      `select outcome, subject, count(*)::integer as times from audit_event
       where address = '203.0.113.10' and action = 'join_with_code' group by 1, 2 order by 3`,
    )
    await superuser.end()
    expect(found.rows).toEqual([
      { outcome: 'refused', subject: 'too_often', times: 1 },
      { outcome: 'refused', subject: null, times: mostTries.joining },
    ])
  })
})
