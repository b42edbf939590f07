import { sql } from 'kysely'
import type { House } from '../../src/compose.ts'
import { setAddress } from '../../src/outbox/actions/setAddress.ts'
import { outsideAddress } from '../../src/outbox/queries/outsideAddress.ts'
import type { WriteTx } from '../../src/platform/database/transaction.ts'
import { systemIds } from '../../src/platform/ids.ts'
import { ok } from '../../src/platform/result.ts'
import type { Town } from '../support/town.ts'
import {
  agreed,
  allocation,
  asking,
  draft,
  episode,
  fact,
  handover,
  incidentTold,
  message,
  movement,
  note,
  offer,
  person,
  wholeRecord,
  written,
} from './record.ts'
import { type Row, record } from './rows.ts'

/** What an address of the service names, by the parameter of its path. */
export type Ids = Readonly<Record<string, string>>

/** Named by everybody who sees only their own people. */
const named = (tx: WriteTx, id: string, { services, staff }: Town): readonly (readonly [string, Row])[] => [
  allocation(tx, id, services.leeds, staff.rosa),
  allocation(tx, id, services.leedsWing, staff.kev),
  allocation(tx, id, services.leedsWing, staff.chas),
  allocation(tx, id, services.leedsWing, staff.otto),
  allocation(tx, id, services.bradford, staff.pru),
  allocation(tx, id, services.bradford, staff.cora),
  allocation(tx, id, services.leeds, staff.finn),
]

const idOf = ([, row]: readonly [string, Row]): string => String(row.id)

const planned = (
  tx: WriteTx,
  id: string,
  service: string,
  handoverId: string | null,
): readonly [string, Row] => [
  'contact',
  {
    ...written(tx, id, service),
    class: handoverId === null ? 'recovery' : 'handover',
    handover_id: handoverId,
    purpose: handoverId === null ? 'one_to_one' : 'appointment',
    mode: 'in_person',
    day: tx.today.toString(),
    outcome: 'planned',
  },
]

const byHand = (
  tx: WriteTx,
  id: string,
  service: string,
  establishment: string,
): readonly (readonly [string, Row])[] => {
  const said = {
    id: tx.ids.next(),
    source: 'hand',
    fingerprint: tx.ids.next(),
    event_type: 'to_court',
    prison_number: '',
    occurred_at: '2026-11-23T08:30:00Z',
    raw: '{}',
    received_at: tx.now.toString(),
    state: 'applied',
    person_id: id,
    establishment_code: establishment,
    effect: 'movement',
  }
  const [table, row] = movement(tx, id, 'from_court', establishment, '2026-11-20')
  return [
    ['feed_message', said],
    [table, { ...row, source: 'hand', message_id: said.id, service_id: service }],
  ]
}

const notice = (tx: WriteTx, id: string, service: string): readonly [string, Row] => [
  'notice',
  { ...written(tx, id, service), kind: 'date_moved', words: 'The date moved' },
]

const question = (tx: WriteTx, id: string, establishment: string): readonly [string, Row] => [
  'work_item',
  {
    id: tx.ids.next(),
    kind: 'readmission',
    person_id: id,
    establishment_code: establishment,
    words: 'A readmission: is it a correction?',
    opened_at: tx.now.toString(),
  },
]

/** A record that was found to be theirs, and joined. */
const joined = (tx: WriteTx, id: string): readonly [readonly [string, Row], readonly [string, Row]] => {
  const other = tx.ids.next()
  const at = tx.now.toString()
  return [
    ['person', { id: other, given_name: 'Old', family_name: 'Record', merged_into: id, recorded_at: at }],
    ['person_merge', { id: tx.ids.next(), survivor_id: id, merged_id: other, merged_at: at }],
  ]
}

/** An emergency of a minute ago. */
const brokenGlass = (
  tx: WriteTx,
  id: string,
  by: { readonly id: string; readonly role: string } | undefined,
  service: string,
): readonly [string, Row] => [
  'glass',
  {
    id: tx.ids.next(),
    person_id: id,
    recorded_under: id,
    staff_id: by?.id,
    role: by?.role,
    service_ids: [service],
    kind: 'danger_to_life',
    reason: 'Found on the landing',
    opened_at: tx.now.toString(),
    closes_at: tx.now.add({ hours: 1 }).toString(),
  },
]
/** A request for everything held about somebody: gathered, reviewed by Colin where it is safeguarding, partly released. */
const accessAsked = (tx: WriteTx, id: string, service: string, { staff, services }: Town) => {
  const reviewer = service === services.leeds ? staff.colin : staff.isla
  const { id: requestId, ...about } = written(tx, id, service)
  const { service_id: _, ...row } = about
  const ids = { accessId: requestId, passageId: tx.ids.next() }
  const item = { ...row, id: tx.ids.next(), request_id: requestId, class: 'recovery' }
  const asked = { asked_by: 'person', asked_name: 'Them', identity_checked: 'Seen', asked_on: '2026-11-20' }
  const rows: readonly (readonly [string, Row])[] = [
    [
      'access_request',
      {
        ...about,
        ...asked,
        id: requestId,
        due_on: '2026-12-21',
        state: 'in_review',
        gathered_at: tx.now.toString(),
      },
    ],
    [
      'access_reviewer',
      {
        ...row,
        request_id: requestId,
        staff_id: reviewer?.id,
        class: 'safeguarding',
        named_by: staff.tessa?.id,
      },
    ],
    ['access_item', { ...item, source: 'note', section: 'Notes', heading: 'Note', fields: [] }],
    [
      'access_passage',
      { ...item, id: ids.passageId, item_id: item.id, label: 'The words', words: 'Of Mary', why: 'Mary' },
    ],
    [
      'access_release',
      {
        ...row,
        id: tx.ids.next(),
        request_id: requestId,
        classes: ['recovery'],
        given_to: 'Them',
        how: 'post',
        released_by: staff.tessa?.id,
      },
    ],
  ]
  return { ids, rows }
}

/** A list of what is due to go, of the organisation that runs a service. */
const disposalRun = async (house: House, service: string, madeBy: string): Promise<string> => {
  const id = systemIds.next()
  const done = await house.database.intake(async (tx) => {
    await sql`insert into disposal_run (id, organisation_id, as_of, state, made_by, made_at, listed_at)
      select ${id}, organisation_id, ${tx.today}, 'listed', ${madeBy}, ${tx.now}, ${tx.now} from service where id = ${service}`.execute(
      tx.db,
    )
    return ok(undefined)
  })
  if (!done.ok) throw new Error(done.refusal.message)
  return id
}

/** The same, to be reviewed. */
const surfaced = (
  tx: WriteTx,
  id: string,
  [, glass]: readonly [string, Row],
  service: string,
): readonly [string, Row] => [
  'oversight_item',
  {
    id: tx.ids.next(),
    kind: 'glass',
    person_id: id,
    recorded_under: id,
    glass_id: glass.id,
    staff_id: glass.staff_id,
    service_ids: [service],
    for_services: [service],
    from_at: tx.now.toString(),
    to_at: tx.now.toString(),
    how_many: 1,
    surfaced_at: tx.now.toString(),
  },
]

interface Held {
  readonly name: string
  readonly establishment: 'LEI' | 'ISI'
  readonly offered: 'no' | 'sent' | 'accepted'
  readonly released: boolean
  readonly namedToo: boolean
}

/** A worker of the prison's team is away from tomorrow. */
const leave = (tx: WriteTx, staffId: string): readonly [string, Row] => [
  'staff_leave',
  {
    id: tx.ids.next(),
    staff_id: staffId,
    from_day: tx.today.add({ days: 1 }).toString(),
    returns_on: tx.today.add({ days: 8 }).toString(),
    recorded_at: tx.now.toString(),
  },
]

/** What Rosa is in the middle of writing about them. */
const begun = (tx: WriteTx, id: string, staffId: string): readonly [string, Row] => [
  'draft',
  {
    id: tx.ids.next(),
    staff_id: staffId,
    person_id: id,
    recorded_under: id,
    path: `/people/${id}/notes/new`,
    title: 'A note',
    answers: '{"words":"Not yet said"}',
    saved_at: tx.now.toString(),
  },
]
/** A worker of the prison's team, and the role they hold there. */
const workerOf = async (house: House, town: Town, establishment: 'LEI' | 'ISI') => {
  const staffId = town.staff[establishment === 'LEI' ? 'rosa' : 'isla']?.id ?? ''
  const post = await house.database.auth((db) =>
    db.selectFrom('membership').select('id').where('staff_id', '=', staffId).executeTakeFirstOrThrow(),
  )
  return { staffId, postId: post.id }
}

/** Somebody with a row of everything that a page can be about. */
const somebody = async (house: House, town: Town, held: Held): Promise<Ids> => {
  const { leeds, isis, bradford, wakefield } = town.services
  const service = held.establishment === 'LEI' ? leeds : isis
  const to = held.establishment === 'LEI' ? bradford : wakefield
  const personId = systemIds.next()
  const worker = await workerOf(house, town, held.establishment)
  let ids: Ids = {}
  const runId = await disposalRun(house, service, town.staff.colin?.id ?? '')
  await record(house, [personId], (tx) => {
    const treated = episode(tx, personId, service, 'custody')
    const given = {
      ...written(tx, personId, service),
      episode_id: treated.id,
      started_on: tx.today.toString(),
    }
    const contact = planned(tx, personId, service, null)
    const triaged = fact(tx, personId, service, 'recovery', 'triage', {
      accepted: true,
      agreesToPassOn: true,
      episodeId: treated.id,
    })
    const assessed = fact(tx, personId, service, 'recovery', 'assessment_completed', {
      episodeId: treated.id,
    })
    const opened = handover(tx, personId, service)
    const handoverId = idOf(opened)
    const sent = offer(tx, personId, service, { handoverId, to, parts: ['recovery'] })
    const basis = agreed(tx, personId, service, to, ['recovery'])
    const askedFor = asking(tx, personId, service, town.services.glasgow, town.staff.gail?.id ?? '')
    const told = notice(tx, personId, service)
    const access = accessAsked(tx, personId, service, town)
    const asked = question(tx, personId, held.establishment)
    const hand = byHand(tx, personId, service, held.establishment)
    const merged = joined(tx, personId)
    const away = leave(tx, worker.staffId)
    const words = note(tx, personId, service, 'recovery')
    const unsent = begun(tx, personId, town.staff.rosa?.id ?? '')
    const glass = brokenGlass(
      tx,
      personId,
      town.staff[held.establishment === 'LEI' ? 'rosa' : 'isla'],
      service,
    )
    const plan: readonly [string, Row] = [
      'recovery_plan',
      { ...written(tx, personId, service), want: 'To be at my daughter’s birthday' },
    ]
    const goal: readonly [string, Row] = [
      'plan_goal',
      {
        ...written(tx, personId, service),
        plan_id: plan[1].id,
        area: 'health',
        term: 'short',
        words: 'Sleep',
        opened_on: tx.today.toString(),
      },
    ]
    const begunBefore: readonly [string, Row] = [
      'assessment_section',
      {
        ...written(tx, personId, service),
        assessment_id: tx.ids.next(),
        form_version: 1,
        section: 'substances',
        answers: {},
        recorded_at: tx.now.subtract({ hours: 24 * 200 }).toString(),
      },
    ]
    const planKept = fact(tx, personId, service, 'recovery', 'recovery_plan_agreed')
    const risk = fact(tx, personId, service, 'recovery', 'risk_plan_agreed', { lookAgainOn: null })
    const wrong = fact(tx, personId, service, 'incident', 'incident', incidentTold(tx.today))
    const item = surfaced(tx, personId, glass, service)
    const flag: readonly [string, Row] = [
      'safety_flag',
      { ...written(tx, personId, service), kind: 'overdose_risk', day: tx.today.toString() },
    ]
    ids = {
      personId,
      episodeId: treated.id,
      interventionId: String(given.id),
      contactId: idOf(contact),
      factId: idOf(triaged),
      assessmentId: idOf(assessed),
      section: 'substances',
      instrument: 'audit',
      stage: 'start',
      handoverId,
      noticeId: idOf(told),
      itemId: idOf(asked),
      messageId: hand[0] === undefined ? '' : idOf(hand[0]),
      mergeId: idOf(merged[1]),
      flagId: idOf(flag),
      staffId: worker.staffId,
      postId: worker.postId,
      noteId: idOf(words),
      leaveId: idOf(away),
      serviceId: service,
      draftId: idOf(unsent),
      basisId: idOf(basis),
      requestId: idOf(askedFor),
      glassId: idOf(glass),
      recordId: idOf(wrong),
      goalId: idOf(goal),
      planRecordId: idOf(planKept),
      unfinishedId: String(begunBefore[1].assessment_id),
      runId,
      token: 'nobodys-secret',
      oversightId: idOf(item),
      ...access.ids,
    }
    const answered = held.offered === 'accepted' ? { answer: 'accepted', answered_at: tx.now.toString() } : {}
    const state = held.offered === 'no' ? 'open' : held.offered
    return [
      ...person(tx, personId, held.name),
      movement(tx, personId, 'admission', held.establishment, '2026-11-10'),
      ...(held.released ? [movement(tx, personId, 'release', held.establishment, '2026-11-22')] : []),
      ...(held.establishment === 'LEI' ? wholeRecord(tx, personId, town).slice(0, 4) : []),
      ...treated.rows,
      ['intervention', { ...given, kind: 'psychosocial' }],
      contact,
      triaged,
      assessed,
      [opened[0], { ...opened[1], state }],
      basis,
      askedFor,
      draft(tx, personId, service, handoverId),
      ...(held.offered === 'no'
        ? []
        : [
            [sent[0], { ...sent[1], ...answered }] as const,
            message(tx, personId, service, { handoverId, offerId: idOf(sent) }),
            planned(tx, personId, to, handoverId),
          ]),
      ...(held.offered === 'accepted' ? episode(tx, personId, to, 'community').rows : []),
      told,
      asked,
      ...hand,
      ...merged,
      ...access.rows,
      flag,
      words,
      away,
      unsent,
      glass,
      plan,
      goal,
      planKept,
      begunBefore,
      risk,
      wrong,
      item,
      ...(held.namedToo ? named(tx, personId, town) : []),
    ]
  })
  return ids
}

/** Somebody with a whole record whom nobody of Leeds or Bradford may see. */
export const unseenBy = (house: House, town: Town, held: Partial<Held> = {}): Promise<Ids> =>
  somebody(house, town, {
    name: 'Unseen',
    establishment: 'ISI',
    offered: 'sent',
    released: false,
    namedToo: false,
    ...held,
  })

export interface MatrixScene {
  /** At Leeds, with a hand-over that is being prepared. */
  readonly held: Ids
  /** At Leeds, sent to Bradford and not answered. */
  readonly sent: Ids
  /** Accepted by Bradford, left Leeds yesterday. */
  readonly left: Ids
  /** At another prison, sent to another community service: nobody of Leeds or Bradford may see them. */
  readonly unseen: Ids
  /** Ids of nothing at all. */
  readonly nobody: Ids
}

/** Somewhere outside where the administrator's organisation is told. */
const toldOutside = async (house: House, { staff }: Town): Promise<void> => {
  const ada = staff.ada
  if (ada === undefined) throw new Error('The town has an administrator.')
  const set = await house.database.write({ staffId: ada.id, role: ada.role }, async (tx) => {
    const found = await outsideAddress(tx, ada.id)
    if (!found.ok) return found
    const { organisationId } = found.value
    const url = 'https://alerts.example.org/'
    return setAddress(tx, { organisationId, staffId: ada.id, url, secret: '', hosts: ['alerts.example.org'] })
  })
  if (!set.ok) throw new Error(set.refusal.message)
}

export const buildScene = async (house: House, town: Town): Promise<MatrixScene> => {
  const at = (held: Partial<Held>): Promise<Ids> =>
    somebody(house, town, {
      name: 'Held',
      establishment: 'LEI',
      offered: 'no',
      released: false,
      namedToo: true,
      ...held,
    })
  const held = await at({})
  const sent = await at({ name: 'Sent', offered: 'sent' })
  const left = await at({ name: 'Left', offered: 'accepted', released: true })
  const unseen = await unseenBy(house, town)
  await toldOutside(house, town)
  const nobody = Object.fromEntries(Object.keys(held).map((name) => [name, systemIds.next()]))
  return { held, sent, left, unseen, nobody }
}
