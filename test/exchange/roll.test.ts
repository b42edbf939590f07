import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { countsOf, importAs, scratchFolder } from '../support/files.ts'
import { withHouse } from '../support/house.ts'
import { importing } from '../support/imports.ts'
import { rowsOf } from '../support/records.ts'

const open = withHouse()
const house = () => open().house
const folder = scratchFolder()
const take = importing(house, folder)

const header = 'establishment,as_of,prison_number,wing,cell,legal_status'

/** Where the roll has a number, and every legal status it had, the newest first. */
const onRoll = async (number: string) => {
  const [row] = await rowsOf(
    house(),
    sql<{ establishment_code: string; wing: string; cell: string | null; statuses: string[] }>`
      select l.establishment_code, l.wing, l.cell,
        (select coalesce(array_agg(s.status order by s.as_of desc), '{}') from legal_status s where s.person_id = i.person_id) as statuses
      from identifier i left join location l on l.person_id = i.person_id where i.value = ${number}`,
  )
  return row
}

describe('a roll', () => {
  test('says where people are and why they are held; read twice it changes nothing', async () => {
    await take.people('R1001AA', 'R1002AA')
    const rows = [
      'LEI,2026-11-23T06:30,R1001AA,C,C-2-014,REMAND',
      'LEI,2026-11-23T06:30,R1002AA,D,,Sentenced',
    ]
    expect(await take.roll(...rows)).toEqual({ read: 2, applied: 2, duplicates: 0, held: 0, rejected: 0 })
    expect(await onRoll('R1001AA')).toEqual({
      establishment_code: 'LEI',
      wing: 'C',
      cell: 'C-2-014',
      statuses: ['remand'],
    })
    expect(await onRoll('R1002AA')).toMatchObject({ wing: 'D', cell: null })
    expect(await take.roll(...rows)).toEqual({ read: 2, applied: 0, duplicates: 2, held: 0, rejected: 0 })
  })

  test('that is older never moves anybody; a newer one does, and the legal status of before stays', async () => {
    await take.people('R2001AA')
    await take.roll('LEI,2026-11-21,R2001AA,B,B-1-001,remand')
    await take.roll('LEI,2026-11-22,R2001AA,A,A-1-001,sentenced')
    expect(await take.roll('LEI,2026-11-20,R2001AA,F,F-9-999,')).toMatchObject({ applied: 0, duplicates: 1 })
    expect(await onRoll('R2001AA')).toMatchObject({ wing: 'A', statuses: ['sentenced', 'remand'] })
    expect(await take.roll('LEI,2026-11-23,R2001AA,,,sentenced')).toMatchObject({ duplicates: 1 })
    expect(await onRoll('R2001AA')).toMatchObject({ wing: 'A', cell: 'A-1-001' })
  })

  test('of one moment told twice ends the same, whichever comes first', async () => {
    await take.people('R3001AA', 'R3002AA')
    const told = (number: string, cell: string) => `LEI,2026-11-22,${number},A,${cell},`
    await take.roll(told('R3001AA', 'A-1'), told('R3001AA', 'A-2'))
    await take.roll(told('R3002AA', 'A-2'))
    await take.roll(told('R3002AA', 'A-1'))
    expect((await onRoll('R3001AA'))?.cell).toBe((await onRoll('R3002AA'))?.cell)
  })

  test('waits for a number that nobody has, and is applied by itself', async () => {
    const row = 'LEI,2026-11-22,R4001AA,C,C-3-003,recall'
    expect(await take.roll(row)).toMatchObject({ held: 1, applied: 0 })
    expect(await take.roll(row)).toMatchObject({ held: 0, duplicates: 1 })
    await take.people('R4001AA')
    expect(await onRoll('R4001AA')).toMatchObject({ wing: 'C', cell: 'C-3-003', statuses: ['recall'] })
  })

  test('lists what cannot be taken, with a byte-order mark, Windows line ends and a line that is cut short', async () => {
    await take.people('R5001AA')
    const path = folder.write(
      'odd.csv',
      [
        `\ufeff${header}`,
        'LEI,2026-11-22,R5001AA,"C, upper",C-1-001,remand',
        'LEI,2030-01-01,R5001AA,C,,',
        'LEI,2026-11-22,R5001AA,,C-1-001,',
        'LEI,2026-11-22,R5001AA,C,,DEAD',
        'Leeds prison,2026-11-22,R5001AA,C,,',
        'LEI,2026-11-22,12,C,,',
        'LEI,2026-11-22,R5001AA,C,,constructor',
        'LEI,2026-11-22,R5001AA,C',
      ].join('\r\n'),
    )
    expect(await countsOf(house(), 'roll', path)).toEqual({
      read: 8,
      applied: 1,
      duplicates: 0,
      held: 0,
      rejected: 7,
    })
    expect(folder.read('odd.rejected.csv').trimEnd().split('\n')).toEqual([
      'line,field,reason',
      expect.stringMatching(/^3,as_of,This is in the future/),
      expect.stringMatching(/^4,wing,/),
      expect.stringMatching(/^5,legal_status,"A death/),
      expect.stringMatching(/^6,establishment,/),
      expect.stringMatching(/^7,prison_number,/),
      expect.stringMatching(/^8,legal_status,"This must be one of/),
      expect.stringMatching(/^9,line,/),
    ])
    expect(await onRoll('R5001AA')).toMatchObject({ wing: 'C, upper' })
  })

  test('with another header is refused as a whole', async () => {
    const imported = await importAs(house(), 'roll', folder.write('wrong.csv', 'number,wing\nA1234BC,C\n'))
    expect(imported.ok).toBe(false)
  })

  test('of another prison is not shown, until they are there', async () => {
    await take.people('R6001AA')
    await take.sheet('R6001AA,admission,ISI,2026-11-01,')
    await take.roll('LEI,2026-11-22,R6001AA,C,C-1-001,')
    const [row] = await rowsOf(
      house(),
      sql<{
        wing: string | null
      }>`select l.wing from identifier i join whereabouts w on w.person_id = i.person_id
        left join location l on l.person_id = w.person_id and l.establishment_code = w.establishment_code where i.value = 'R6001AA'`,
    )
    expect(row?.wing).toBeNull()
  })
})

test('landings sort as people walk them: each number counts as a number', async () => {
  const cells = ['A-10-2', 'A-2-10', 'A-2-9', 'A-1-100']
  const rows = await rowsOf(
    house(),
    sql<{ cell: string }>`select c as cell from unnest(${cells}::text[]) c order by landing_order('A', c)`,
  )
  expect(rows.map(({ cell }) => cell)).toEqual(['A-1-100', 'A-2-9', 'A-2-10', 'A-10-2'])
})
