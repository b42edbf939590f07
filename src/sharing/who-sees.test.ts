import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { allocation, movement, person } from '../../test/security/record.ts'
import { record } from '../../test/security/rows.ts'
import { visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import { systemIds } from '../platform/ids.ts'
import { ok } from '../platform/result.ts'
import type { RecordClass } from '../standards/model.ts'
import { classWords, testWords } from './printed-words.ts'

const opened = withHouse()
const id = systemIds.next()
let lines: readonly string[] = []

const asked = async <Row>(query: string): Promise<readonly Row[]> => {
  const found = await opened().house.database.intake(async (tx) =>
    ok((await sql.raw<Row>(query).execute(tx.db)).rows),
  )
  if (!found.ok) throw new Error(found.refusal.message)
  return found.value
}

const named: Readonly<Record<string, string>> = {
  key_worker: 'Your key worker',
  key_work_champion: 'Your key-work champion',
  offender_manager: 'Your prison offender manager',
  probation: 'Your probation practitioner',
  court_team: 'Your court team',
  facilitator: 'Your group facilitator',
  recovery_worker: 'Leeds recovery team',
  clinical: 'Leeds healthcare',
}

beforeAll(async () => {
  const { services, staff } = await buildTown(opened().house)
  const at = {
    kev: 'leedsWing',
    chas: 'leedsWing',
    otto: 'leedsWing',
    pru: 'bradford',
    cora: 'bradford',
    finn: 'leeds',
  } as const
  await record(opened().house, [id], (tx) => [
    ...person(tx, id, 'Seen'),
    movement(tx, id, 'admission', 'LEI', '2026-11-22'),
    ...Object.entries(at).map(([who, service]) => allocation(tx, id, services[service], staff[who])),
  ])
  const rosa = await visit(opened().house, 'rosa')
  const page = await rosa.get(`/people/${id}/sharing/printed`)
  lines = [...(page.document.querySelectorAll('.tc-for-them ul')[0]?.querySelectorAll('li') ?? [])].map(
    ({ textContent }) => (textContent ?? '').replace(/\s+/g, ' '),
  )
})

describe('what the sheet says that somebody sees', () => {
  it('has words for every class of record', async () => {
    const known = await asked<{ class: string }>(
      'select unnest(enum_range(null::record_class))::text as class',
    )
    expect(known.map((row) => row.class).sort()).toEqual(Object.keys(classWords).sort())
    for (const { class: each } of known)
      expect(Object.entries({ ...classWords, ...testWords })).toContainEqual([
        each,
        expect.stringMatching(/\w/),
      ])
  })

  it.each(Object.entries(named))('is what the access table gives, for %s', async (role, who) => {
    const line = lines.find((each) => each.startsWith(who)) ?? ''
    const rights = await asked<{ class: RecordClass }>(
      `select class::text from class_right where role = '${role}' and may_read`,
    )
    const reads = new Set(rights.map((row) => row.class))
    expect(reads.size).toBeGreaterThan(0)
    for (const said of [classWords, testWords])
      for (const [each, words] of Object.entries(said) as [RecordClass, string | null][])
        if (words !== null) expect(line.includes(words), `${each} in “${line}”`).toBe(reads.has(each))
  })

  it('is not the health notes for the recovery team, and only for them is that said', () => {
    expect(lines.filter((line) => line.includes('Not your health notes'))).toEqual([
      expect.stringMatching(
        /^Leeds recovery team can see .* the medicines you leave with\. Not your health notes\. Of your drug tests: .*\.$/,
      ),
    ])
  })
})
