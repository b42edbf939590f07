import type { Day } from '../../src/platform/day.ts'
import { deriveObligations } from '../../src/standards/derive.ts'
import type { Fact, MovementType, PersonFacts } from '../../src/standards/model.ts'
import { aContext, day, type Telling } from '../../src/standards/testing.ts'

/** What `npm run bench` prints of the engine: people with three years of facts, on one core. */
interface EngineFigure {
  readonly peoplePerSecond: number
  readonly factsEach: number
  readonly obligationsEach: number
}

const people = 400
const contacts = 80

type Told = readonly [offset: number, telling: Telling]

const moved = (movement: MovementType, establishment: string, unplanned = false): Telling => ({
  kind: 'movement',
  movement,
  establishment,
  unplanned,
})

const movements: readonly Told[] = [
  [0, moved('admission', 'LEI')],
  [20, moved('to_court', 'LEI')],
  [20, moved('from_court', 'LEI')],
  [90, moved('transfer_out', 'LEI')],
  [90, moved('transfer_in', 'ISI')],
  [300, moved('to_hospital', 'ISI')],
  [304, moved('from_hospital', 'ISI')],
  [600, moved('transfer_out', 'ISI')],
  [600, moved('transfer_in', 'LEI')],
  [1090, moved('release', 'LEI')],
]

const episode: readonly Told[] = [
  [
    0,
    {
      kind: 'arrival_screen',
      positive: true,
      dependence: ['opioid'],
      prescribedTreatment: true,
      opioidSubstitution: true,
      naloxoneIndicated: true,
      safetyConcern: false,
    },
  ],
  [0, { kind: 'seen_by_clinician' }],
  [1, { kind: 'medicines_confirmed' }],
  [1, { kind: 'referral', episodeId: 'e', setting: 'custody' }],
  [2, { kind: 'triage', episodeId: 'e', accepted: true, agreesToPassOn: true }],
  [3, { kind: 'worker_allocated', episodeId: 'e' }],
  [7, { kind: 'naloxone_training', accepted: true }],
  [9, { kind: 'intervention_started', episodeId: 'e', setting: 'custody', opioidSubstitution: true }],
  [1010, { kind: 'handover_opened', handoverId: 'h' }],
  [1015, { kind: 'handover_sent', handoverId: 'h', to: 'bradford' }],
  [1018, { kind: 'handover_accepted', handoverId: 'h', to: 'bradford' }],
  [1060, { kind: 'accommodation_recorded', known: true }],
  [1085, { kind: 'overdose_advice' }],
  [1091, { kind: 'contact', outcome: 'kept', purpose: 'follow_up' }],
  [1093, { kind: 'intervention_started', episodeId: 'c', setting: 'community', opioidSubstitution: true }],
]

const seen: readonly Told[] = Array.from({ length: contacts }, (_, index) => [
  10 + Math.floor(index * 13.5),
  { kind: 'contact', outcome: 'kept', purpose: 'one_to_one' },
])

/** Facts arrive by kind, each kind in order, as the database hands them over; ids are as long as real ones. */
const personFrom = (number: number, first: Day): PersonFacts => {
  const facts = [...movements, ...episode, ...seen].map(([offset, telling], index): Fact => {
    const on = first + offset + (offset > 30 && offset < 1000 ? number % 3 : 0)
    const id = `${String(number).padStart(8, '0')}-0000-7000-8000-${String(index).padStart(12, '0')}`
    return { ...telling, id, day: on, at: on * 86_400_000 + index * 1000, serviceId: 'leeds team' }
  })
  return { personId: String(number), facts, release: null, datesTold: [] }
}

/** The same people every time. */
const everybody = (): readonly PersonFacts[] =>
  Array.from({ length: people }, (_, number) => personFrom(number, day('2023-01-02') + (number % 300)))

/** Derives the same people for one second to warm up, then for three, by this thread's own work. */
const benchEngine = (): EngineFigure => {
  const context = aContext()
  const persons = everybody()
  const round = (): number =>
    persons.reduce((sum, person) => sum + deriveObligations(person, context).length, 0)
  const run = (seconds: number) => {
    const start = ownMilliseconds()
    let [rounds, obligations] = [0, 0]
    for (; ownMilliseconds() - start < seconds * 1000; rounds++) obligations = round()
    return {
      peoplePerSecond: Math.round((rounds * people * 1000) / (ownMilliseconds() - start)),
      obligations,
    }
  }
  run(1)
  const { peoplePerSecond, obligations } = run(3)
  const factsEach = persons[0]?.facts.length ?? 0
  return { peoplePerSecond, factsEach, obligationsEach: Math.round(obligations / people) }
}

/** Milliseconds of this thread's own work, so that a busy machine does not change the figure. */
const ownMilliseconds = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const { peoplePerSecond, factsEach, obligationsEach } = benchEngine()
process.stdout.write(
  `engine: ${peoplePerSecond} people a second (20,000 asked for: ${(peoplePerSecond / 20_000).toFixed(2)} times), ${factsEach} facts, ${obligationsEach} obligations each\n`,
)
