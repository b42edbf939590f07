import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { countsOf, type FileName, importAs, scratchFolder } from '../support/files.ts'
import { withHouse } from '../support/house.ts'
import { importing } from '../support/imports.ts'
import { placeOf, questionsAbout, rowsOf } from '../support/records.ts'

const open = withHouse()
const house = () => open().house
const folder = scratchFolder()
const take = importing(house, folder)

const header = 'prison_number,nhs_number,family_name,given_name,date_of_birth,sex,date_of_death'

describe('a file that cannot be taken as a whole is refused, with nothing applied', () => {
  const empty = folder.write('empty.csv', '')
  const picture = folder.write('picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 10, 255]))
  const wrong = folder.write('wrong.csv', 'number,name\nA1234BC,Somebody\n')
  const notFeed = folder.write('not-a-feed.ndjson', `${header}\nA1234BC,,A,B,1990-01-01,M,\n`)
  const cases: readonly (readonly [string, FileName, string])[] = [
    ['missing', 'people', folder.path('nowhere.csv')],
    ['a folder', 'people', folder.path('.')],
    ['empty', 'people', empty],
    ['empty', 'movements', empty],
    ['a picture', 'episodes', picture],
    ['of another kind', 'release-dates', wrong],
    ['no feed', 'movements', notFeed],
    ['neither feed nor sheet', 'movements', wrong],
  ]
  test.each(cases)('%s: %s', async (_, name, path) => {
    const imported = await importAs(house(), name, path)
    expect(imported.ok).toBe(false)
    if (!imported.ok) expect(imported.refusal.message).toMatch(/\.$/)
  })

  test('one line without an end: it is not empty, and does not begin as it should', async () => {
    const imported = await importAs(house(), 'people', folder.write('endless.csv', 'x'.repeat(1_100_000)))
    expect(!imported.ok && imported.refusal.message).toContain('does not begin with the header')
  })
})

describe('rows that cannot be taken', () => {
  test('are listed with their line, field and reason, and the others are taken', async () => {
    const path = folder.write(
      'mixed.csv',
      [
        `\ufeff${header}`,
        'C1001CC,,"O""Brien, Jr",Ann,1990-01-01,F,',
        'C1002CC,1234567890,Wrong,Nhs,1990-01-01,M,',
        'C1003CC,,Wrong,Day,1990-02-31,M,',
        'C1004CC,,Null\u0000,Byte,1990-01-01,M,',
        'C1005CC,,"Never closed,Ann,1990-01-01,M,',
        '',
        'C1006CC,,Right,Bo,1990-01-01,m,',
        'C1007CC,,Cut,sho',
      ].join('\r\n'),
    )
    expect(await countsOf(house(), 'people', path)).toEqual({
      read: 7,
      applied: 2,
      duplicates: 0,
      held: 0,
      rejected: 5,
    })
    expect(folder.read('mixed.rejected.csv').trimEnd().split('\n')).toEqual([
      'line,field,reason',
      expect.stringMatching(/^3,nhs_number,/),
      expect.stringMatching(/^4,date_of_birth,There is no such day/),
      expect.stringMatching(/^5,family_name,/),
      expect.stringMatching(/^6,line,A quotation mark/),
      expect.stringMatching(/^9,line,"This line has 4 columns/),
    ])
  })
})

describe('people.csv', () => {
  test('brings people up to date, and empty cells take nothing away', async () => {
    await take.people('C2001CC|9434765919|Old|Ann|1990-01-01|F|2026-05-01')
    expect(await take.people('C2001CC||New|Ann|1990-01-01|F|')).toMatchObject({ applied: 1 })
    expect(await take.people('C2001CC||New|Ann|1990-01-01|F|')).toMatchObject({ duplicates: 1 })
    const [person] = await rowsOf(
      house(),
      sql<{
        family_name: string
        died: string | null
        nhs: string
      }>`select p.family_name, p.date_of_death::text as died, n.value as nhs
        from identifier i join person p on p.id = i.person_id join identifier n on n.person_id = p.id and n.type = 'nhs_number'
        where i.value = 'C2001CC'`,
    )
    expect(person).toEqual({ family_name: 'New', died: '2026-05-01', nhs: '9434765919' })
  })

  test('with two rows of one person tells of them by the last, and changes nothing the second time', async () => {
    const rows = ['C2004CC|4857773457|Old|Ann|1990-01-01|F|2026-05-01', 'C2004CC||New|Ann|1990-01-01|F|']
    expect(await take.people(...rows)).toMatchObject({ read: 2, applied: 2, duplicates: 0 })
    const told = () =>
      rowsOf(
        house(),
        sql`select p.family_name, p.date_of_death::text as died, n.value as nhs from identifier i join person p on p.id = i.person_id
          left join identifier n on n.person_id = p.id and n.type = 'nhs_number' where i.value = 'C2004CC'`,
      )
    expect(await told()).toEqual([{ family_name: 'New', died: '2026-05-01', nhs: '4857773457' }])
    expect(await take.people(...rows)).toMatchObject({ read: 2, applied: 0, duplicates: 2 })
  })

  test('takes somebody whose NHS number another has, without it, and asks a human', async () => {
    await take.people('C2002CC|4505577104|One')
    expect(await take.people('C2003CC|4505577104|Two')).toMatchObject({ applied: 0, held: 1 })
    expect(await take.people('C2003CC|4505577104|Two')).toMatchObject({ held: 0, duplicates: 1 })
    expect(await questionsAbout(house(), 'C2003CC')).toEqual(['nhs_number_conflict'])
    expect(await take.episodes('COM1,community,e1,,4505577104,,,,,opiate,2026-01-01,,,,')).toMatchObject({
      held: 1,
    })
  })
})

describe('release-dates.csv', () => {
  test('chooses the working date from all that was said, and holds what is about nobody', async () => {
    const rows = ['C3001CC,CRD,2027-03-02,2026-10-02T09:00,sheet', 'C3001CC,CONF,,2026-10-03,sheet']
    expect(await take.dates(...rows, 'C3001CC,XXX,2027-03-02,2026-10-02,')).toMatchObject({
      held: 2,
      rejected: 1,
    })
    expect(await take.dates(...rows)).toMatchObject({ held: 0, duplicates: 2 })
    await take.people('C3001CC')
    await take.sheet('C3001CC,admission,LEI,2026-10-01,')
    expect(await placeOf(house(), 'C3001CC')).toMatchObject({
      working_release_date: Temporal.PlainDate.from('2027-03-02'),
    })
    expect(await take.dates(...rows, 'C3001CC,CONF,2027-02-03,2026-10-04,')).toMatchObject({
      applied: 1,
      duplicates: 2,
    })
    expect(await placeOf(house(), 'C3001CC')).toMatchObject({
      working_release_date: Temporal.PlainDate.from('2027-02-03'),
    })
  })
})

describe('episodes.csv', () => {
  const matchOf = async (localId: string) => {
    const [row] = await rowsOf(
      house(),
      sql<{
        match: string
        owned: boolean
        likely: boolean
        end: string | null
      }>`select match, person_id is not null as owned,
        likely_person_id is not null as likely, end_date::text as "end" from episode where local_id = ${localId}`,
    )
    return row
  }

  test('waits for whom it is about, and follows them', async () => {
    expect(
      await take.episodes('COM1,community,f1,C4001CC,,,,,,opiate,2026-01-01,,2026-01-02,,'),
    ).toMatchObject({ held: 1 })
    await take.people('C4001CC')
    expect(await matchOf('f1')).toMatchObject({ match: 'number', owned: true })
    expect(
      await take.episodes(
        'COM1,community,f1,C4001CC,,,,,,opiate,2026-01-01,,2026-01-02,2026-03-01,dropped_out',
      ),
    ).toMatchObject({ applied: 1 })
    expect(await matchOf('f1')).toMatchObject({ end: '2026-03-01' })
  })

  test('with two rows of one episode changes nothing the second time', async () => {
    await take.people('C4006CC')
    const episode = 'COM1,community,f6,C4006CC,,,,,,opiate,2026-01-01,,2026-01-02'
    const rows = [`${episode},,`, `${episode},,`, `${episode},2026-03-01,dropped_out`]
    expect(await take.episodes(...rows)).toMatchObject({ read: 3, applied: 2, duplicates: 1 })
    expect(await take.episodes(...rows)).toMatchObject({ read: 3, applied: 0, duplicates: 3 })
    expect(await matchOf('f6')).toMatchObject({ end: '2026-03-01' })
  })

  test('a match by initials serves the measure alone, and is none once two people fit', async () => {
    await take.people('C4002CC||Émile|Zoë|1980-05-05|F|')
    await take.episodes('COM1,community,f2,,,Z,E,1980-05-05,F,opiate,2026-01-01,,,,')
    expect(await matchOf('f2')).toMatchObject({ match: 'initials', owned: false, likely: true })
    await take.people('C4003CC||Evans|Zara|1980-05-05|F|')
    expect(await matchOf('f2')).toMatchObject({ match: 'ambiguous', owned: false, likely: false })
  })

  test('keeps odd dates and rejects an end before its start', async () => {
    expect(
      await take.episodes(
        'COM1,community,f3,C4001CC,,,,,,opiate,2026-01-01,2026-02-01,2026-01-15,,',
        'COM1,community,f4,C4001CC,,,,,,opiate,2026-01-01,,2026-02-01,2026-01-15,dropped_out',
        'COM1,community,f5,C4001CC,,,,,,opiate,2026-01-01,,,2026-01-15,',
      ),
    ).toMatchObject({ applied: 1, rejected: 2 })
  })
})
