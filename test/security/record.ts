import type { WriteTx } from '../../src/platform/database/transaction.ts'
import type { Town } from '../support/town.ts'
import type { Row } from './rows.ts'

type Given = readonly (readonly [string, Row])[]

let numbers = 1000

/** Who wrote a row about whom, and when: beside what every such row says. */
export const written = (tx: WriteTx, person: string, service: string) => ({
  id: tx.ids.next(),
  person_id: person,
  recorded_under: person,
  service_id: service,
  recorded_at: tx.now.toString(),
})

export const note = (tx: WriteTx, person: string, service: string, of: string): readonly [string, Row] => [
  'note',
  { ...written(tx, person, service), class: of, day: tx.today.toString(), words: `About ${of}` },
]

export const fact = (
  tx: WriteTx,
  person: string,
  service: string,
  of: string,
  kind: string,
  reading: Row = {},
): readonly [string, Row] => [
  'fact',
  {
    ...written(tx, person, service),
    class: of,
    kind,
    day: tx.today.toString(),
    at: tx.now.toString(),
    answers: {},
    reading,
  },
]

const contact = (tx: WriteTx, person: string, service: string, of: string): Given => {
  const row = { ...written(tx, person, service), class: of }
  const change = { ...written(tx, person, service), class: of, contact_id: row.id }
  const said = { outcome: 'kept', day: tx.today.toString() }
  return [
    ['contact', { ...row, ...said, purpose: 'one_to_one', mode: 'in_person' }],
    ['contact_change', { ...change, ...said, outcome: 'planned' }],
  ]
}

export const person = (tx: WriteTx, id: string, familyName: string): Given => {
  numbers += 1
  return [
    [
      'person',
      {
        id,
        given_name: 'Lee',
        family_name: familyName,
        date_of_birth: '1989-03-04',
        recorded_at: tx.now.toString(),
      },
    ],
    [
      'identifier',
      {
        id: tx.ids.next(),
        person_id: id,
        recorded_under: id,
        type: 'prison_number',
        value: `A${numbers}AA`,
        source: 'test',
        recorded_at: tx.now.toString(),
      },
    ],
  ]
}

export const movement = (
  tx: WriteTx,
  personId: string,
  type: string,
  establishment: string | null,
  day: string,
): readonly [string, Row] => [
  'movement',
  {
    ...written(tx, personId, ''),
    service_id: null,
    source: 'feed',
    type,
    at: `${day}T08:00:00Z`,
    day,
    time_known: true,
    establishment_code: establishment,
    reason: type,
    reason_known: true,
  },
]

export const episode = (
  tx: WriteTx,
  personId: string,
  service: string,
  setting: 'custody' | 'community',
): { readonly id: string; readonly rows: Given } => {
  const row = written(tx, personId, service)
  const { id } = row
  const day = tx.today.toString()
  return {
    id,
    rows: [
      [
        'episode',
        {
          ...row,
          setting,
          local_id: id,
          referral_date: day,
          treatment_start: setting === 'custody' ? day : null,
          match: 'recorded',
        },
      ],
    ],
  }
}

export const allocation = (
  tx: WriteTx,
  personId: string,
  service: string,
  staff: { readonly id: string; readonly role: string } | undefined,
): readonly [string, Row] => [
  'allocation',
  {
    ...written(tx, personId, service),
    staff_id: staff?.id,
    as_role: staff?.role,
    from_day: tx.today.toString(),
  },
]

/** One row of every kind and class that a prison can hold about somebody. */
export const wholeRecord = (tx: WriteTx, id: string, { services, staff }: Town): Given => {
  const { leeds, leedsHealth, leedsWing } = services
  const day = tx.today.toString()
  const treated = episode(tx, id, leeds, 'custody')
  return [
    [
      'contact_details',
      { ...written(tx, id, leeds), phone: '07700 900123', safe_to_ring: 'person', address: 'A street' },
    ],
    ['safety_flag', { ...written(tx, id, leeds), kind: 'allergy', day }],
    ['release_date', { ...written(tx, id, leeds), type: 'CONF', date: '2026-12-03', source: 'test' }],
    ['location', { person_id: id, wing: 'C', recorded_at: tx.now.toString() }],
    ...treated.rows,
    [
      'intervention',
      { ...written(tx, id, leeds), episode_id: treated.id, kind: 'opioid_substitution', started_on: day },
    ],
    ...contact(tx, id, leeds, 'recovery'),
    ...contact(tx, id, leedsHealth, 'clinical'),
    ...contact(tx, id, leedsWing, 'key_work'),
    ...contact(tx, id, leeds, 'handover'),
    ['agreed_summary', { ...written(tx, id, leeds), words: 'Doing well', day }],
    asking(tx, id, leeds, services.wakefield, staff.wes?.id ?? ''),
    note(tx, id, leeds, 'recovery'),
    note(tx, id, leedsHealth, 'clinical'),
    note(tx, id, leedsWing, 'key_work'),
    note(tx, id, leeds, 'safeguarding'),
    fact(tx, id, leeds, 'recovery', 'arrival_screen', screened),
    fact(tx, id, leeds, 'recovery', 'assessment_completed', { episodeId: treated.id }),
    [
      'assessment_section',
      {
        ...written(tx, id, leeds),
        class: 'recovery',
        assessment_id: tx.ids.next(),
        form_version: 1,
        section: 'substances',
        answers: {},
      },
    ],
    fact(tx, id, leedsHealth, 'clinical', 'seen_by_clinician'),
    fact(tx, id, leedsHealth, 'clinical', 'medicines_bridge'),
    fact(tx, id, leeds, 'handover', 'accommodation_recorded', { known: true }),
    fact(tx, id, leeds, 'recovery', 'risk_plan_agreed', { lookAgainOn: null }),
    fact(tx, id, leeds, 'incident', 'incident', {
      ...incidentTold(tx.today),
      toldAt: tx.now.epochMilliseconds,
    }),
    refusedTest(tx, id, leeds, ['mandatory', 'incident']),
    refusedTest(tx, id, leeds, ['voluntary', 'voluntary_test']),
    refusedTest(tx, id, leeds, ['court', 'court_test']),
    refusedTest(tx, id, leedsHealth, ['clinical', 'clinical']),
  ]
}

/** What the standards read from an incident that told of no danger. */
export const incidentTold = (today: Temporal.PlainDate): Row => ({
  what: 'fight',
  recordClass: 'incident',
  safetyConcern: false,
  toldOn: today.since('1970-01-01', { largestUnit: 'days' }).days,
  toldAt: 0,
})

/** A refused test of a purpose, in the class that goes with it. */
export const refusedTest = (
  tx: WriteTx,
  id: string,
  service: string,
  [purpose, of]: readonly [string, string],
): readonly [string, Row] =>
  fact(tx, id, service, of, 'test_result', {
    purpose,
    result: 'refused',
    explained: false,
    recordClass: of,
    toldOn: tx.today.since('1970-01-01', { largestUnit: 'days' }).days,
    toldAt: tx.now.epochMilliseconds,
  })

const screened: Row = {
  positive: true,
  dependence: ['opioid'],
  prescribedTreatment: true,
  opioidSubstitution: true,
  naloxoneIndicated: true,
  safetyConcern: true,
}

export const handover = (tx: WriteTx, personId: string, service: string): readonly [string, Row] => [
  'handover',
  { ...written(tx, personId, service), kind: 'release', opened_on: tx.today.toString(), state: 'open' },
]

/** A service that may not see them asks to be involved. */
export const asking = (
  tx: WriteTx,
  personId: string,
  holder: string,
  from: string,
  staffId: string,
): readonly [string, Row] => [
  'involvement_request',
  {
    ...written(tx, personId, holder),
    from_service_id: from,
    asked_by: staffId,
    words: 'They come to us on Monday',
  },
]

/** They agreed that this goes to a service for treatment after release. */
export const agreed = (
  tx: WriteTx,
  personId: string,
  from: string,
  to: string,
  parts: readonly string[],
): readonly [string, Row] => [
  'sharing_basis',
  {
    ...written(tx, personId, from),
    to_service_id: to,
    purpose: 'treatment',
    basis: 'consent',
    state: 'given',
    parts,
    how: 'spoken',
    explained: ['plain_words'],
    opens: false,
    day: tx.today.toString(),
  },
]

export const draft = (
  tx: WriteTx,
  personId: string,
  service: string,
  handoverId: unknown,
): readonly [string, Row] => {
  const { id: _, ...row } = written(tx, personId, service)
  return ['handover_draft', { ...row, handover_id: handoverId }]
}

export const offer = (
  tx: WriteTx,
  personId: string,
  from: string,
  given: { readonly handoverId: unknown; readonly to: string; readonly parts: readonly string[] },
): readonly [string, Row] => {
  const { recorded_at, ...row } = written(tx, personId, from)
  return [
    'handover_offer',
    {
      ...row,
      handover_id: given.handoverId,
      to_service_id: given.to,
      basis: 'consent',
      parts: given.parts,
      sent_at: recorded_at,
      answer_due: tx.today.toString(),
    },
  ]
}

export const message = (
  tx: WriteTx,
  personId: string,
  from: string,
  given: { readonly handoverId: unknown; readonly offerId: unknown },
): readonly [string, Row] => [
  'handover_message',
  {
    ...written(tx, personId, from),
    handover_id: given.handoverId,
    offer_id: given.offerId,
    words: 'Ring us',
  },
]
