import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { WriteTx } from '../../src/platform/database/transaction.ts'
import { systemIds } from '../../src/platform/ids.ts'
import { mondayMorning, withHouse } from '../support/house.ts'
import { buildTown, type ServiceName, type Town } from '../support/town.ts'
import { allocation, episode, fact, handover, movement, note, offer, person } from './record.ts'
import { insertRow, type Row, record } from './rows.ts'

/**
 * The rule of product.md, "Who may see what", a second time and in other words, against what row security gives
 * in small random worlds. Days are counted from today (0) into the past; shares nothing with the SQL.
 */
interface World {
  readonly admittedAgo: number
  readonly movedAgo: number | null
  readonly offer: {
    readonly sentAgo: number
    readonly recovery: boolean
    readonly endedAgo: number | null
  } | null
  readonly ownEpisode: { readonly sinceAgo: number; readonly endedAgo: number | null } | null
  readonly keyWorker: { readonly sinceAgo: number; readonly endedAgo: number | null } | null
  readonly restrictedTo: string | null
  readonly lockedOut: string | null
  /** Days ago of notes of each class, by the prison. */
  readonly notes: readonly {
    readonly class: NoteClass
    readonly ago: number
    readonly by: 'leeds' | 'bradford'
  }[]
}

type NoteClass = 'recovery' | 'clinical' | 'key_work' | 'safeguarding'

const actors = [
  'rosa',
  'tessa',
  'nadia',
  'isla',
  'amira',
  'wes',
  'kev',
  'chas',
  'otto',
  'mo',
  'sid',
  'commy',
  'ada',
] as const
type Who = (typeof actors)[number]

const period = (most: number) =>
  fc
    .record({
      sinceAgo: fc.integer({ min: 0, max: most }),
      lasted: fc.option(fc.integer({ min: 0, max: most })),
    })
    .map(({ sinceAgo, lasted }) => ({
      sinceAgo,
      endedAgo: lasted === null || lasted > sinceAgo ? null : sinceAgo - lasted,
    }))

const world: fc.Arbitrary<World> = fc
  .record({
    admittedAgo: fc.integer({ min: 40, max: 80 }),
    movedAgo: fc.option(fc.constantFrom(0, 1, 5, 27, 28, 29, 35)),
    offer: fc.option(fc.record({ period: period(40), recovery: fc.boolean() })),
    ownEpisode: fc.option(period(40)),
    keyWorker: fc.option(period(40)),
    restrictedTo: fc.option(fc.constantFrom(...actors), { freq: 8 }),
    lockedOut: fc.option(fc.constantFrom(...actors)),
    notes: fc.array(
      fc.record({
        class: fc.constantFrom<NoteClass>('recovery', 'clinical', 'key_work', 'safeguarding'),
        ago: fc.integer({ min: 0, max: 45 }),
        by: fc.constantFrom('leeds' as const, 'bradford' as const),
      }),
      { minLength: 3, maxLength: 8 },
    ),
  })
  .map(({ offer: sent, ...rest }) => ({
    ...rest,
    offer:
      sent === null
        ? null
        : { sentAgo: sent.period.sinceAgo, endedAgo: sent.period.endedAgo, recovery: sent.recovery },
  }))

/** Up to how many days ago somebody reads what was recorded (0: all of it), of which classes of others; null: nothing. */
interface Reach {
  readonly upTo: number
  readonly shared: 'all' | readonly string[]
}

const former = 28
const reachOf = (endedAgo: number | null, shared: Reach['shared']): Reach[] =>
  endedAgo === null ? [{ upTo: 0, shared }] : endedAgo <= former ? [{ upTo: endedAgo, shared }] : []

const prisonTeams: readonly Who[] = ['rosa', 'tessa', 'nadia']

const reaches = (who: Who, w: World): readonly Reach[] => {
  if (w.lockedOut === who || (w.restrictedTo !== null && w.restrictedTo !== who)) return []
  if (prisonTeams.includes(who)) return reachOf(w.movedAgo, 'all')
  if (who === 'isla') return w.movedAgo === null ? [] : reachOf(null, 'all')
  if (who === 'kev') return w.keyWorker === null ? [] : reachOf(w.keyWorker.endedAgo, 'all')
  if (who !== 'amira') return []
  return [
    ...(w.offer === null ? [] : reachOf(w.offer.endedAgo, w.offer.recovery ? ['recovery'] : [])),
    ...(w.ownEpisode === null ? [] : reachOf(w.ownEpisode.endedAgo, [])),
  ]
}

const readable: Readonly<Record<Who, readonly NoteClass[]>> = {
  rosa: ['recovery', 'key_work'],
  tessa: ['recovery', 'key_work'],
  isla: ['recovery', 'key_work'],
  nadia: ['recovery', 'clinical'],
  amira: ['recovery'],
  wes: ['recovery'],
  kev: ['key_work'],
  chas: ['key_work'],
  otto: ['key_work'],
  mo: [],
  sid: [],
  commy: [],
  ada: [],
}

const expectedNotes = (who: Who, w: World): readonly string[] =>
  w.notes
    .map((each, place) => ({ ...each, place }))
    .filter(
      ({ class: of, ago, by }) =>
        readable[who].includes(of) &&
        reaches(who, w).some(
          ({ upTo, shared }) =>
            ago >= upTo &&
            (shared === 'all' || shared.includes(of) || (by === 'bradford' && who === 'amira')),
        ),
    )
    .map(({ place }) => `note ${place}`)

const opened = withHouse()
let town: Town
beforeAll(async () => {
  town = await buildTown(opened().house)
})

const today = Temporal.PlainDate.from('2026-11-23')
const day = (ago: number): string => today.subtract({ days: ago }).toString()
/** Recorded at noon of a day; an offer ends in the afternoon of one, so that all of that noon was before it. */
const at = (ago: number, hour = 12): string => `${day(ago)}T${String(hour).padStart(2, '0')}:00:00Z`

const rowsOf = (tx: WriteTx, id: string, w: World): readonly (readonly [string, Row])[] => {
  const { leeds, leedsWing, bradford } = town.services
  const begun = handover(tx, id, leeds)
  const sent = offer(tx, id, leeds, {
    handoverId: begun[1].id,
    to: bradford,
    parts: w.offer?.recovery ? ['recovery'] : [],
  })
  const own = episode(tx, id, bradford, 'community').rows
  const ended = (endedAgo: number | null): string | null => (endedAgo === null ? null : day(endedAgo))
  return [
    ...person(tx, id, 'World'),
    movement(tx, id, 'admission', 'LEI', day(w.admittedAgo)),
    ...(w.movedAgo === null
      ? []
      : [
          movement(tx, id, 'transfer_out', 'LEI', day(w.movedAgo)),
          movement(tx, id, 'transfer_in', 'ISI', day(w.movedAgo)),
        ]),
    ...(w.offer === null
      ? []
      : [
          // Closed with the offer's end, so that Leeds holds nobody by it whom its prison no longer holds.
          [
            begun[0],
            { ...begun[1], opened_on: day(80), closed_on: day(79), state: 'closed', recorded_at: at(80) },
          ] as const,
          [
            sent[0],
            {
              ...sent[1],
              sent_at: at(w.offer.sentAgo),
              ...(w.offer.endedAgo === null
                ? { answer: null }
                : { answer: 'declined', answered_at: at(w.offer.endedAgo, 13) }),
            },
          ] as const,
        ]),
    ...(w.ownEpisode === null
      ? []
      : own.map(
          ([table, row]) =>
            [
              table,
              {
                ...row,
                referral_date: day(w.ownEpisode?.sinceAgo ?? 0),
                end_date: ended(w.ownEpisode?.endedAgo ?? null),
                end_reason: w.ownEpisode?.endedAgo == null ? null : 'dropped_out',
              },
            ] as const,
        )),
    ...(w.keyWorker === null
      ? []
      : [
          ((): readonly [string, Row] => {
            const [table, row] = allocation(tx, id, leedsWing, town.staff.kev)
            return [
              table,
              { ...row, from_day: day(w.keyWorker.sinceAgo), to_day: ended(w.keyWorker.endedAgo) },
            ]
          })(),
        ]),
    ...w.notes.map((each, place): readonly [string, Row] => {
      const [table, row] = note(tx, id, town.services[each.by satisfies ServiceName], each.class)
      return [table, { ...row, recorded_at: at(each.ago), words: `note ${place}` }]
    }),
    fact(tx, id, leeds, 'recovery', 'triage', { accepted: true, agreesToPassOn: true, episodeId: null }),
  ]
}

const protect = (id: string, w: World) =>
  opened().house.database.intake(async (tx) => {
    const since = tx.now.toString()
    const named = (who: string) => town.staff[who]?.id
    if (w.restrictedTo !== null) {
      await insertRow(tx, 'restriction', {
        person_id: id,
        ring_number: '0',
        reason: 'x',
        restricted_at: since,
      })
      await insertRow(tx, 'restricted_access', {
        person_id: id,
        staff_id: named(w.restrictedTo),
        granted_at: since,
      })
    }
    if (w.lockedOut !== null)
      await insertRow(tx, 'lock_out', {
        person_id: id,
        staff_id: named(w.lockedOut),
        reason: 'x',
        locked_at: since,
      })
    return { ok: true, value: undefined } as const
  })

const seenBy = (who: Who, id: string) =>
  opened().house.database.read(
    { staffId: town.staff[who]?.id ?? '', role: town.staff[who]?.role ?? '' },
    async ({ db }) => ({
      person: (await db.selectFrom('person').select('id').where('id', '=', id).execute()).length > 0,
      notes: (await db.selectFrom('note').select('words').where('person_id', '=', id).execute())
        .map(({ words }) => words)
        .sort(),
      obligations: (
        await db.selectFrom('obligation').select('class').where('person_id', '=', id).execute()
      ).map((row) => row.class),
    }),
  )

it('row security gives in any small world just what the rule says', async () => {
  opened().clock.set(mondayMorning)
  await fc.assert(
    fc.asyncProperty(world, async (w) => {
      // A hand-over of long ago that was not answered has ended with its closing.
      fc.pre(w.offer === null || w.offer.endedAgo !== null)
      const id = systemIds.next()
      await record(opened().house, [id], (tx) => rowsOf(tx, id, w))
      await protect(id, w)
      for (const who of actors) {
        const seen = await seenBy(who, id)
        const reach = reaches(who, w)
        expect(seen.person, who).toBe(reach.length > 0)
        expect(seen.notes, who).toEqual([...expectedNotes(who, w)].sort())
        if (!reach.some(({ upTo }) => upTo === 0)) expect(seen.obligations, who).toEqual([])
        const clinicalToo = who === 'nadia'
        expect(clinicalToo || !seen.obligations.includes('safeguarding'), who).toBe(true)
      }
    }),
    { numRuns: 60, verbose: 1 },
  )
}, 240_000)
