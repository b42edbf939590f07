import fc from 'fast-check'
import type { Fact, PersonFacts } from '../../src/standards/model.ts'
import type { Telling } from '../../src/standards/testing.ts'

/** The first day on which anything happens. */
export const startDay = 20_500
const length = 240

/** Days since `startDay`. */
export const days = fc.integer({ min: 0, max: length })
/** In Moorland (MDI) no team works. */
const prisons = fc.constantFrom('LEI', 'LEI', 'ISI', 'ISI', 'BLI', 'BLI', 'MDI')
const episodes = fc.constantFrom('e1', 'e2', 'c1')
const custodyEpisodes = fc.constantFrom('e1', 'e2')
const handovers = fc.constantFrom('h1', 'h2')
const services = fc.constantFrom('bradford', 'glasgow')
const settingOf = (episodeId: string) => (episodeId === 'c1' ? 'community' : 'custody')

const movements = fc.record({
  kind: fc.constant('movement' as const),
  movement: fc.constantFrom(
    'admission' as const,
    'admission' as const,
    'transfer_in' as const,
    'transfer_out' as const,
    'to_court' as const,
    'from_court' as const,
    'to_hospital' as const,
    'from_hospital' as const,
    'temporary_release' as const,
    'temporary_return' as const,
    'readmission' as const,
    'release' as const,
    'release' as const,
    'removal' as const,
    'unknown' as const,
  ),
  establishment: prisons,
  unplanned: fc.boolean(),
})
const screens = fc.record({
  kind: fc.constant('arrival_screen' as const),
  positive: fc.boolean(),
  dependence: fc.subarray(['opioid' as const, 'alcohol' as const, 'benzodiazepine' as const]),
  prescribedTreatment: fc.boolean(),
  opioidSubstitution: fc.boolean(),
  naloxoneIndicated: fc.boolean(),
  safetyConcern: fc.boolean(),
})
const assessments = fc.oneof(
  fc.record({
    kind: fc.constant('assessment_completed' as const),
    episodeId: fc.option(custodyEpisodes),
  }),
  fc.record({ kind: fc.constant('danger_told' as const), safetyConcern: fc.boolean() }),
  fc.record({
    kind: fc.constant('instrument_scored' as const),
    instrument: fc.constant('phq_9'),
    safetyConcern: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('top_recorded' as const),
    stage: fc.constantFrom('start' as const, 'review' as const, 'exit' as const, 'post_treatment' as const),
  }),
  fc.constant({ kind: 'safety_response' as const }),
)
const care = fc.oneof(
  episodes.map(
    (episodeId) => ({ kind: 'referral' as const, episodeId, setting: settingOf(episodeId) }) as const,
  ),
  fc.record({
    kind: fc.constant('triage' as const),
    episodeId: fc.option(episodes),
    accepted: fc.boolean(),
    agreesToPassOn: fc.boolean(),
    safetyConcern: fc.boolean(),
  }),
  fc.tuple(episodes, fc.boolean()).map(
    ([episodeId, opioidSubstitution]) =>
      ({
        kind: 'intervention_started',
        episodeId,
        setting: settingOf(episodeId),
        opioidSubstitution,
      }) as const,
  ),
  episodes.map((episodeId) => ({ kind: 'intervention_ended' as const, episodeId })),
  fc
    .tuple(
      episodes,
      fc.constantFrom(
        'completed_drug_free' as const,
        'completed_alcohol_free' as const,
        'completed_occasional_user' as const,
        'withdrawn_by_provider' as const,
        'retained_in_custody' as const,
        'transferred_not_in_custody' as const,
        'transferred_in_custody' as const,
        'dropped_out' as const,
        'declined' as const,
      ),
    )
    .map(
      ([episodeId, reason]) =>
        ({ kind: 'episode_ended', episodeId, setting: settingOf(episodeId), reason }) as const,
    ),
  episodes.map((episodeId) => ({ kind: 'worker_allocated' as const, episodeId })),
  episodes.map((episodeId) => ({ kind: 'allocation_ended' as const, episodeId })),
)
const told = {
  toldOn: fc.integer({ min: startDay, max: startDay + length }),
  toldAt: fc.integer({ min: startDay, max: startDay + length }).map((day) => day * 86_400_000 + 36_000_000),
}
const incidents = fc.record({
  kind: fc.constant('incident' as const),
  what: fc.constantFrom('overdose' as const, 'self_harm' as const, 'fight' as const, 'medicine' as const),
  recordClass: fc.constantFrom('incident' as const, 'recovery' as const),
  safetyConcern: fc.boolean(),
  ...told,
})
const tests = fc.record({
  kind: fc.constant('test_result' as const),
  purpose: fc.constantFrom('mandatory' as const, 'voluntary' as const, 'court' as const, 'clinical' as const),
  result: fc.constantFrom(
    'negative' as const,
    'positive' as const,
    'awaiting' as const,
    'asked' as const,
    'refused' as const,
    'spoiled' as const,
  ),
  recordClass: fc.constantFrom(
    'incident' as const,
    'voluntary_test' as const,
    'court_test' as const,
    'clinical' as const,
    'recovery' as const,
  ),
  explained: fc.boolean(),
  ...told,
})
const contacts = fc.record({
  kind: fc.constant('contact' as const),
  outcome: fc.constantFrom(
    'planned' as const,
    'kept' as const,
    'kept' as const,
    'late' as const,
    'refused' as const,
    'no_answer' as const,
    'prison_did_not_unlock' as const,
    'cancelled_by_service' as const,
    'not_known' as const,
  ),
  purpose: fc.constantFrom(
    'one_to_one' as const,
    'one_to_one' as const,
    'follow_up' as const,
    'call_sheet' as const,
    'appointment' as const,
  ),
})
const gate = fc.oneof(
  handovers.map((handoverId) => ({ kind: 'handover_opened' as const, handoverId })),
  fc.record({
    kind: fc.constantFrom(
      'handover_sent' as const,
      'handover_accepted' as const,
      'handover_declined' as const,
    ),
    handoverId: handovers,
    to: services,
  }),
  handovers.map((handoverId) => ({ kind: 'handover_closed' as const, handoverId })),
  fc.record({
    kind: fc.constant('appointment_booked' as const),
    handoverId: handovers,
    appointmentDay: fc.integer({ min: startDay, max: startDay + length + 30 }),
  }),
  handovers.map((handoverId) => ({ kind: 'appointment_cancelled' as const, handoverId })),
  fc.record({ kind: fc.constant('accommodation_recorded' as const), known: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom(
      'follow_up_closed' as const,
      'medicines_bridge' as const,
      'overdose_advice' as const,
    ),
  }),
)
const harms = fc.oneof(
  fc.record({ kind: fc.constantFrom('seen_by_clinician' as const, 'medicines_confirmed' as const) }),
  fc.record({
    kind: fc.constantFrom('naloxone_training' as const, 'naloxone_issued' as const),
    accepted: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('court_date' as const),
    courtDay: fc.integer({ min: startDay, max: startDay + length + 30 }),
  }),
  fc.record({ kind: fc.constant('contact_frequency_agreed' as const), days: fc.constantFrom(1, 7, 28) }),
)
/** A key names the standard and the fact that it hangs on. */
const waivers = fc
  .tuple(
    fc.constantFrom(
      'agreed_contact',
      'triage',
      'allocated_worker',
      'handover_opened',
      'continuity',
      'arrival_screen',
    ),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([standard, fact]) => ({ kind: 'obligation_waived', obligationKey: `${standard}:f${fact}` }) as const)
const deaths = fc.oneof(
  prisons.map(
    (establishment) => ({ kind: 'movement', movement: 'death', establishment, unplanned: false }) as const,
  ),
  episodes.map(
    (episodeId) =>
      ({ kind: 'episode_ended', episodeId, setting: settingOf(episodeId), reason: 'died' }) as const,
  ),
)
const plans = fc.oneof(
  fc.record({
    kind: fc.constantFrom('risk_plan_agreed' as const, 'risk_reviewed' as const),
    lookAgainOn: fc.option(fc.integer({ min: startDay, max: startDay + length + 90 })),
  }),
  fc.record({
    kind: fc.constantFrom('recovery_plan_agreed' as const, 'plan_reviewed' as const, 'acct_opened' as const),
  }),
  custodyEpisodes.map((episodeId) => ({ kind: 'assessment_completed' as const, episodeId })),
  fc
    .tuple(custodyEpisodes, fc.boolean())
    .map(([episodeId, exitTopSettled]) => ({ kind: 'discharge_told', episodeId, exitTopSettled }) as const),
)
/** Deaths are rare, or nothing would ever come after. */
const tellings: fc.Arbitrary<Telling> = fc.oneof(
  { weight: 80, arbitrary: movements },
  { weight: 20, arbitrary: screens },
  { weight: 80, arbitrary: care },
  { weight: 60, arbitrary: contacts },
  { weight: 40, arbitrary: assessments },
  { weight: 50, arbitrary: gate },
  { weight: 30, arbitrary: harms },
  { weight: 40, arbitrary: plans },
  { weight: 20, arbitrary: incidents },
  { weight: 20, arbitrary: tests },
  { weight: 10, arbitrary: waivers },
  { weight: 1, arbitrary: deaths },
)

/** Every kind of fact there is: a new one does not compile until it stands here, and a test fails until it turns up. */
export const everyKind: Readonly<Record<Fact['kind'], true>> = {
  movement: true,
  arrival_screen: true,
  safety_response: true,
  seen_by_clinician: true,
  medicines_confirmed: true,
  referral: true,
  triage: true,
  assessment_completed: true,
  danger_told: true,
  instrument_scored: true,
  top_recorded: true,
  intervention_started: true,
  intervention_ended: true,
  episode_ended: true,
  worker_allocated: true,
  allocation_ended: true,
  contact: true,
  contact_frequency_agreed: true,
  naloxone_training: true,
  naloxone_issued: true,
  handover_opened: true,
  handover_sent: true,
  handover_accepted: true,
  handover_declined: true,
  handover_closed: true,
  appointment_booked: true,
  appointment_cancelled: true,
  accommodation_recorded: true,
  medicines_bridge: true,
  overdose_advice: true,
  incident: true,
  test_result: true,
  acct_opened: true,
  risk_plan_agreed: true,
  risk_reviewed: true,
  recovery_plan_agreed: true,
  plan_reviewed: true,
  discharge_told: true,
  follow_up_closed: true,
  court_date: true,
  obligation_waived: true,
}

const takenOn: Telling[] = [
  { kind: 'movement', movement: 'admission', establishment: 'LEI', unplanned: false },
  { kind: 'referral', episodeId: 'e1', setting: 'custody' },
  { kind: 'triage', episodeId: 'e1', accepted: true, agreesToPassOn: true },
]
const anything = fc.record({ telling: tellings, day: days, minutes: fc.constantFrom(0, 0, 600, 900) })

/** Any history at all, sensible or not, half of it known only to the day; half begin with somebody taken on. */
const histories: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(fc.boolean(), fc.array(anything, { maxLength: 40 }))
  .map(([inCare, told]) => [
    ...(inCare ? takenOn : []).map((telling, day) => ({ telling, day, minutes: 0 })),
    ...told,
  ])
  .map((told) =>
    told.map(
      ({ telling, day, minutes }, index): Fact => ({
        ...telling,
        id: `f${index}`,
        day: startDay + day,
        at: (startDay + day) * 86_400_000 + minutes * 60_000,
        serviceId: telling.kind === 'movement' ? null : 'leeds team',
      }),
    ),
  )

export const releaseDates = fc.option(
  days.map((day) => ({ factId: 'date', day: startDay + day, confirmed: true })),
)

/** Days told in turn; the one told last stands. */
const tellingsOfDates = fc
  .uniqueArray(fc.record({ from: days, day: fc.option(days) }), {
    selector: ({ from }) => from,
    maxLength: 4,
  })
  .map((told) =>
    told
      .toSorted((a, b) => a.from - b.from)
      .map(({ from, day }) => ({ from: startDay + from, day: day === null ? null : startDay + day })),
  )

/** Somebody with any history, and perhaps a working release date, always known or told in turn. */
export const people: fc.Arbitrary<PersonFacts> = fc
  .tuple(histories, releaseDates, tellingsOfDates)
  .map(([facts, known, datesTold]) => {
    const last = datesTold.at(-1)
    const told = last === undefined || last.day === null ? null : last.day
    const standing = told === null ? null : { factId: 'date', day: told, confirmed: true }
    return { personId: 'p1', facts, release: last === undefined ? known : standing, datesTold }
  })
