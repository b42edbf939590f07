import { beforeAll, describe, expect, it } from 'vitest'
import type { ActingAs, WriteTx } from '../../src/platform/database/transaction.ts'
import { systemIds } from '../../src/platform/ids.ts'
import { ok } from '../../src/platform/result.ts'
import { addStaff } from '../../src/workforce/index.ts'
import { mondayMorning, withHouse } from '../support/house.ts'
import { buildTown, type Town, townPassword } from '../support/town.ts'
import {
  allocation,
  draft,
  handover,
  message,
  movement,
  offer,
  person,
  refusedTest,
  wholeRecord,
} from './record.ts'
import { type Row, record, seen, seenBy } from './rows.ts'

const opened = withHouse()
let town: Town

const as = (name: string): ActingAs => {
  const { id, role } = town.staff[name] ?? { id: '', role: '' }
  return { staffId: id, role }
}

/** The classes of product.md, "Who may see what", as the labels of what each holds. */
const classes = {
  identity: ['person', 'identifier', 'whereabouts', 'location', 'movement', 'release_date', 'allocation'],
  contact: ['contact_details'],
  safety: ['safety_flag', 'obligation immediate_safety'],
  recovery: [
    'episode',
    'treatment_need',
    'intervention',
    'contact recovery',
    'contact_change recovery',
    'note recovery',
    'agreed_summary',
    'fact arrival_screen',
    'fact assessment_completed',
    'assessment_section',
    'obligation arrival_screen',
    'obligation allocated_worker',
    'obligation treatment_start',
    'obligation comprehensive_assessment',
    'obligation recovery_plan',
    'obligation risk_plan',
    'obligation top_start',
    'obligation top_review',
    'obligation agreed_contact',
    'obligation naloxone_training',
    'obligation discharge',
    'obligation triage',
    'obligation recall_or_return',
    'fact risk_plan_agreed',
    'obligation risk_review_screen',
    'obligation risk_review_release',
    'obligation overdose_advice',
  ],
  clinical: [
    'contact clinical',
    'contact_change clinical',
    'note clinical',
    'fact test_result clinical',
    'fact seen_by_clinician',
    'obligation first_night_look',
    'obligation medicines_confirmed',
  ],
  medicinesForRelease: [
    'fact medicines_bridge',
    'obligation medicines_bridge',
    'obligation naloxone_in_hand',
  ],
  incident: [
    'fact incident',
    'fact test_result incident',
    'obligation risk_review_incident',
    'obligation risk_review_mandatory_test',
  ],
  voluntary: ['fact test_result voluntary_test', 'obligation risk_review_voluntary_test'],
  court: ['fact test_result court_test'],
  courtReview: ['obligation risk_review_court_test'],
  keyWork: ['contact key_work', 'contact_change key_work', 'note key_work'],
  handover: [
    'contact handover',
    'contact_change handover',
    'fact accommodation_recorded',
    'handover',
    'handover_offer',
    'handover_message',
    'obligation handover_opened',
    'obligation handover_accepted',
    'obligation another_service',
    'obligation community_appointment',
    'obligation first_night_accommodation',
  ],
  preparing: ['handover_draft'],
  sharing: ['sharing_basis'],
  asking: ['involvement_request'],
} satisfies Record<string, readonly string[]>

type Class = keyof typeof classes
const team: readonly Class[] = [
  'identity',
  'contact',
  'safety',
  'recovery',
  'medicinesForRelease',
  'keyWork',
  'handover',
  'preparing',
  'sharing',
  'asking',
  'incident',
  'voluntary',
  'court',
  'courtReview',
]
const nurse: readonly Class[] = [
  'identity',
  'contact',
  'safety',
  'recovery',
  'clinical',
  'medicinesForRelease',
  'handover',
  'preparing',
  'sharing',
  'asking',
  'incident',
  'voluntary',
  'court',
  'courtReview',
]
const theirManager: readonly Class[] = [
  'identity',
  'contact',
  'safety',
  'keyWork',
  'handover',
  'incident',
  'court',
  'courtReview',
]
const keyWorker: readonly Class[] = ['identity', 'safety', 'keyWork', 'incident', 'court', 'courtReview']
const received: readonly Class[] = ['identity', 'contact', 'safety', 'handover', 'sharing']

interface Scene {
  readonly id: string
  /** What each member of staff sees; who is not named sees nothing. */
  readonly expected: Readonly<Record<string, readonly Class[]>>
}
const scenes: Record<string, Scene> = {}

const held = (
  tx: WriteTx,
  id: string,
  name: string,
  more: readonly (readonly [string, Row])[] = [],
): readonly (readonly [string, Row])[] => [
  ...person(tx, id, name),
  movement(tx, id, 'admission', 'LEI', tx.today.subtract({ days: 1 }).toString()),
  ...wholeRecord(tx, id, town),
  allocation(tx, id, town.services.leeds, town.staff.rosa),
  ...more,
]

const make = async (
  name: string,
  expected: Scene['expected'],
  rows: (tx: WriteTx, id: string) => readonly (readonly [string, Row])[],
): Promise<string> => {
  const id = systemIds.next()
  await record(opened().house, [id], (tx) => rows(tx, id))
  scenes[name] = { id, expected }
  return id
}

const wholeTeam = { rosa: team, colin: team, tessa: team, nadia: nurse }

/** Sent to Bradford with these parts; answers with the rows and the offer's id. */
const sent = (tx: WriteTx, id: string, parts: readonly string[]) => {
  const { leeds, bradford } = town.services
  const opened = handover(tx, id, leeds)
  const handoverId = opened[1].id
  const offered = offer(tx, id, leeds, { handoverId, to: bradford, parts })
  const offerId = offered[1].id
  return {
    handoverId: String(handoverId),
    offerId: String(offerId),
    rows: [
      opened,
      draft(tx, id, leeds, handoverId),
      offered,
      message(tx, id, leeds, { handoverId, offerId }),
    ],
  }
}

const labelsOf = (expected: readonly Class[]): ReadonlySet<string> =>
  new Set(expected.flatMap((each): readonly string[] => classes[each]))

/** What is seen, against the classes expected: all rows of those that exist, and none of the others. */
const compare = async (name: string, who: string): Promise<void> => {
  const scene = scenes[name]
  if (scene === undefined) throw new Error(`There is no scene ${name}.`)
  const existing = new Set(await everythingOf(scene.id))
  const expected = [...labelsOf(scene.expected[who] ?? [])].filter((label) => existing.has(label)).sort()
  expect([...(await seenBy(opened().house, as(who), scene.id))].sort(), `${who} of ${name}`).toEqual(expected)
}

const everythingOf = async (id: string): Promise<readonly string[]> => {
  const done = await opened().house.database.intake(async (tx) => ok(await seen(tx, id)))
  if (!done.ok) throw new Error(done.refusal.message)
  return done.value
}

beforeAll(async () => {
  const { house, clock } = opened()
  town = await buildTown(house)
  const added = await house.database.intake(async (tx) => {
    const staff = await addStaff(tx, {
      name: 'Cliff Example',
      signInName: 'cliff',
      password: townPassword,
      memberships: [
        { serviceId: town.services.bradford, role: 'clinical', from: tx.today.subtract({ years: 1 }) },
      ],
    })
    return staff
  })
  if (!added.ok) throw new Error(added.refusal.message)
  town = { ...town, staff: { ...town.staff, cliff: { id: added.value, role: 'clinical' } } }
  const { services, staff } = town
  clock.set(mondayMorning)

  await make(
    'held at Leeds, with a key worker, an offender manager, probation, the court team and a facilitator named',
    {
      ...wholeTeam,
      kev: keyWorker,
      otto: theirManager,
      pru: theirManager,
      cora: theirManager,
      finn: ['identity', 'safety'],
    },
    (tx, id) =>
      held(tx, id, 'Held', [
        allocation(tx, id, services.leedsWing, staff.kev),
        allocation(tx, id, services.leedsWing, staff.otto),
        allocation(tx, id, services.bradford, staff.pru),
        allocation(tx, id, services.bradford, staff.cora),
        allocation(tx, id, services.leeds, staff.finn),
        allocation(tx, id, services.leeds, staff.mo),
        allocation(tx, id, services.leeds, staff.ada),
      ]),
  )
  await make('held at Leeds, nobody named but the champion', { ...wholeTeam, chas: keyWorker }, (tx, id) =>
    held(tx, id, 'Unnamed', [allocation(tx, id, services.leedsWing, staff.chas)]),
  )
  await make('a hand-over opened, not sent', wholeTeam, (tx, id) => {
    const opened = handover(tx, id, services.leeds)
    return held(tx, id, 'Opened', [opened, draft(tx, id, services.leeds, opened[1].id)])
  })
  await make(
    'sent to Bradford without further parts',
    { ...wholeTeam, amira: [...received, 'court'], cliff: [...received, 'court'] },
    (tx, id) =>
      held(tx, id, 'Sent', [
        ...sent(tx, id, []).rows,
        refusedTest(tx, id, services.bradford, ['court', 'court_test']),
      ]),
  )
  await make(
    'sent to Bradford with the recovery record',
    { ...wholeTeam, amira: [...received, 'recovery'], cliff: [...received, 'recovery'] },
    (tx, id) => held(tx, id, 'Shared', sent(tx, id, ['recovery']).rows),
  )
  await make(
    'sent to Bradford with medicines and clinical notes',
    { ...wholeTeam, amira: received, cliff: [...received, 'clinical', 'medicinesForRelease'] },
    (tx, id) => held(tx, id, 'Clinical', sent(tx, id, ['clinical']).rows),
  )
  await make('known to nobody', {}, (tx, id) => person(tx, id, 'Unknown'))
})

describe('what each role sees of somebody', () => {
  const names = [
    'held at Leeds, with a key worker, an offender manager, probation, the court team and a facilitator named',
    'held at Leeds, nobody named but the champion',
    'a hand-over opened, not sent',
    'sent to Bradford without further parts',
    'sent to Bradford with the recovery record',
    'sent to Bradford with medicines and clinical notes',
    'known to nobody',
  ]
  it.each(names)('%s', async (name) => {
    for (const who of Object.keys(town.staff)) await compare(name, who)
  })

  it('the scene holds a row of every kind and an obligation of every class', async () => {
    const there = new Set(await everythingOf(scenes[names[3] ?? '']?.id ?? ''))
    for (const [name, labels] of Object.entries(classes))
      expect(
        labels.some((label) => there.has(label)),
        name,
      ).toBe(true)
    for (const label of there)
      expect([...Object.values(classes).flat(), 'note safeguarding'], label).toContain(label)
  })
})
