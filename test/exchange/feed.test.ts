import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { setMessageAside } from '../../src/custody/index.ts'
import { rebuildObligations } from '../../src/standards/index.ts'
import { bookingMoved, received, released, seen } from '../support/feed-lines.ts'
import { scratchFolder } from '../support/files.ts'
import { withHouse } from '../support/house.ts'
import { importing } from '../support/imports.ts'
import { placeOf, questionsAbout, rowsOf } from '../support/records.ts'
import { buildTown } from '../support/town.ts'

const open = withHouse()
const house = () => open().house
const take = importing(house, scratchFolder())

beforeAll(() => buildTown(house()))

describe('the movement feed', () => {
  test('says where people are, once however often it is told', async () => {
    await take.people('A1001AA')
    const lines = [
      released('A1001AA', '2026-10-20T10:00:00+01:00', 'LEI'),
      received('A1001AA', '2026-06-01T09:00:00+01:00', 'LEI'),
    ]
    expect(await take.feed(...lines, ...lines)).toMatchObject({ read: 4, applied: 2, duplicates: 2 })
    expect(await placeOf(house(), 'A1001AA')).toMatchObject({ status: 'in_community', movements: 2 })
  })

  test('holds what is about nobody, and applies it when they turn up', async () => {
    const line = received('A1002AA', '2026-06-01T09:00:00Z', 'LEI')
    expect(await take.feed(line, seen('A1002AA', '2026-07-01T09:00:00Z', 'ISI'))).toMatchObject({ held: 2 })
    expect(await take.feed(line)).toMatchObject({ duplicates: 1, held: 0 })
    await take.people('A1002AA')
    expect(await placeOf(house(), 'A1002AA')).toMatchObject({
      status: 'in_custody',
      establishment_code: 'ISI',
    })
  })

  test('a corrected telling of one release is one release, whichever comes first', async () => {
    await take.people('A1003AA', 'A1004AA')
    const admitted = (number: string) => received(number, '2026-06-01T09:00:00Z', 'LEI')
    const left = (number: string, code: string) => released(number, '2026-07-01T09:00:00Z', 'LEI', code)
    await take.feed(admitted('A1003AA'), left('A1003AA', 'CR'), left('A1003AA', 'ZZ'))
    await take.feed(left('A1004AA', 'ZZ'), admitted('A1004AA'))
    expect(await take.feed(left('A1004AA', 'CR'))).toMatchObject({ applied: 0, duplicates: 1 })
    const kept = await rowsOf(
      house(),
      sql<{
        known: boolean | null
      }>`select w.release_reason_known as known from whereabouts w join identifier i using (person_id)
        where i.value in ('A1003AA', 'A1004AA')`,
    )
    expect(kept[0]).toEqual(kept[1])
  })

  test('a number, a time or a type that cannot be taken is rejected by line; a type that is not used is ignored', async () => {
    const counts = await take.feed(
      '{"eventType": "prison-offender-events.prisoner.rel',
      received('nobody', '2026-06-01T09:00:00Z', 'LEI'),
      received('A1001AA', '2026-02-31T09:00:00Z', 'LEI'),
      received('A1001AA', '2026-06-01T09:00:00Z', 'LEI', 'AD\u0000MISSION'),
      released('A1001AA', '2026-06-01T09:00:00Z', 'LEI', 'C\u0000'),
      released('A1001AA', '2026-06-01T09:00:00Z', 'LEI', '\ud800'),
      '{"eventType": "something.else", "occurredAt": "2026-06-01T09:00:00Z"}',
    )
    expect(counts).toEqual({ read: 7, applied: 0, duplicates: 0, held: 0, rejected: 6, ignored: 1 })
  })

  test('leaves to a human what it cannot know', async () => {
    await take.people('A1005AA')
    await take.feed(
      received('A1005AA', '2026-06-01T09:00:00Z', 'LEI'),
      received('A1005AA', '2026-06-02T09:00:00Z', 'LEI', 'READMISSION'),
      received('A1005AA', '2026-06-03T09:00:00Z', 'LEI', 'SOMETHING_NEW'),
      released('A1005AA', '2026-06-04T09:00:00Z', 'QQQ', 'ZZ'),
      bookingMoved('A1005AA', 'A1099AA'),
    )
    expect(await questionsAbout(house(), 'A1005AA')).toEqual([
      'booking_moved',
      'readmission',
      'unknown_prison',
      'unknown_reason',
      'unknown_release_code',
    ])
  })

  test('a release that says death is a death, told quietly to those who work with them', async () => {
    await take.people('A1006AA')
    await take.feed(received('A1006AA', '2026-10-01T09:00:00Z', 'LEI'))
    await take.feed(released('A1006AA', '2026-11-01T09:00:00Z', 'LEI', 'DEC'))
    expect(await placeOf(house(), 'A1006AA')).toMatchObject({ status: 'died', released_on: null })
    const told = await rowsOf(
      house(),
      sql<{
        services: number
      }>`select count(distinct n.service_id) as services from notice n join identifier i using (person_id)
        where i.value = 'A1006AA' and n.kind = 'death'`,
    )
    expect(told).toEqual([{ services: 3 }])
  })

  test('a spreadsheet tells of the same movement again', async () => {
    await take.people('A1007AA', '123456')
    await take.feed(received('A1007AA', '2026-06-01T09:00:00Z', 'LEI'))
    expect(
      await take.sheet(
        'A1007AA,admission,LEI,2026-06-01,',
        'A1007AA,release,LEI,2026-06-20,CR',
        '123456,admission,HMP Barlinnie,2026-05-01T10:30,',
        '123456,admission,HMP Barlinnie,2026-05-31T25:30,',
        'A1098AA,admission,LEI,2026-06-01,',
      ),
    ).toMatchObject({ read: 5, applied: 2, duplicates: 1, held: 1, rejected: 1 })
    expect(await placeOf(house(), '123456')).toMatchObject({ status: 'in_custody' })
    expect(await placeOf(house(), 'A1007AA')).toMatchObject({ status: 'in_community' })
    await take.people('A1098AA')
    expect(await placeOf(house(), 'A1098AA')).toMatchObject({ status: 'in_custody' })
  })

  test('a spreadsheet tells of somebody who left and was back within the day', async () => {
    await take.people('A1011AA')
    const rows = [
      'A1011AA,admission,LEI,2026-06-01,',
      'A1011AA,release,LEI,2026-06-20T09:10,CR',
      'A1011AA,admission,LEI,2026-06-20T14:30,L',
      'A1011AA,release,LEI,2026-07-30T09:10,CR',
      'A1011AA,admission,LEI,2026-07-30T09:40,',
      'A1011AA,release,LEI,2026-07-30T10:10,CR',
      'A1011AA,admission,LEI,2026-07-30T16:40,',
    ]
    expect(await take.sheet(...rows)).toMatchObject({ read: 7, applied: 7, duplicates: 0 })
    expect(await placeOf(house(), 'A1011AA')).toMatchObject({ status: 'in_custody' })
    expect(await take.sheet(...rows)).toMatchObject({ applied: 0, duplicates: 7 })
  })

  test('what a human set aside stays aside, however it is told again', async () => {
    await take.people('A1008AA')
    await take.feed(received('A1008AA', '2026-06-01T09:00:00Z', 'LEI'))
    const left = (code: string) => released('A1008AA', '2026-07-01T09:00:00Z', 'LEI', code)
    await take.feed(left('CR'))
    const [message] = await rowsOf(
      house(),
      sql<{
        id: string
      }>`select id from feed_message where prison_number = 'A1008AA' order by occurred_at desc limit 1`,
    )
    const aside = await house().database.intake((tx) =>
      setMessageAside(tx, { messageId: message?.id ?? '', why: 'Never left' }),
    )
    expect(aside.ok).toBe(true)
    expect(await take.feed(left('CR'), left('ZZ'))).toMatchObject({ applied: 0, duplicates: 2 })
    expect(await placeOf(house(), 'A1008AA')).toMatchObject({ status: 'in_custody' })
  })

  test('leaves nothing underived', async () => {
    expect((await rebuildObligations(house().database, () => {})).changed).toBe(0)
  })
})
