import { type Day, dayNumber, isoDay } from '../platform/day.ts'
import { deriveObligations } from './derive.ts'
import type { Fact, Obligation, PersonFacts, StandardsContext } from './model.ts'

/** `2026-03-02` as a day number. */
export const day = (iso: string): Day => dayNumber(Temporal.PlainDate.from(iso))

type Told<F> = F extends Fact ? Omit<F, 'id' | 'day' | 'at' | 'serviceId'> : never
/** A fact without its id and date. */
export type Telling = Told<Fact>

/** Tells the story of one person, fact by fact; each call returns a longer story. */
export interface Story {
  readonly facts: PersonFacts
  readonly lastId: string
  /** Something that happened on a day, or at a time of it: `2026-03-02T09:30`. */
  on(when: string, fact: Telling, serviceId?: string): Story
  admitted(when: string, establishment: string): Story
  moved(when: string, movement: (Fact & { kind: 'movement' })['movement'], establishment?: string): Story
  released(when: string, how?: 'planned' | 'unplanned'): Story
  screened(when: string, found?: Partial<Telling & { kind: 'arrival_screen' }>): Story
  referred(when: string, episodeId?: string): Story
  triaged(when: string, episodeId?: string): Story
  seen(when: string): Story
  /** The working release date as it stands. */
  leavesOn(iso: string | null): Story
  /** Told on a day that they leave on another, or that no day is known any more; it stands from then on. */
  told(on: string, leavesOn: string | null): Story
}

const clearScreen: Telling & { kind: 'arrival_screen' } = {
  kind: 'arrival_screen',
  positive: false,
  dependence: [],
  prescribedTreatment: false,
  opioidSubstitution: false,
  naloxoneIndicated: false,
  safetyConcern: false,
}

const minutes = (when: string): number => {
  const [hours, rest] = (when.split('T')[1] ?? '00:00').split(':')
  return Number(hours) * 60 + Number(rest)
}

const story = (facts: PersonFacts, number: number): Story => {
  const tell = (when: string, telling: Telling, serviceId: string | null): Story => {
    const on = day(when.slice(0, 10))
    const at = on * 86_400_000 + minutes(when) * 60_000
    const fact: Fact = { ...telling, id: `f${number}`, day: on, at, serviceId }
    return story({ ...facts, facts: [...facts.facts, fact] }, number + 1)
  }
  const move: Story['moved'] = (when, movement, establishment) =>
    tell(when, { kind: 'movement', movement, establishment: establishment ?? null, unplanned: false }, null)
  return {
    facts,
    lastId: `f${number - 1}`,
    on: (when, fact, serviceId) => tell(when, fact, serviceId ?? null),
    admitted: (when, establishment) => move(when, 'admission', establishment),
    moved: move,
    released: (when, how = 'planned') =>
      tell(
        when,
        { kind: 'movement', movement: 'release', establishment: null, unplanned: how === 'unplanned' },
        null,
      ),
    screened: (when, found = {}) => tell(when, { ...clearScreen, ...found }, null),
    referred: (when, episodeId = 'e1') =>
      tell(when, { kind: 'referral', episodeId, setting: 'custody' }, null),
    triaged: (when, episodeId = 'e1') =>
      tell(when, { kind: 'triage', episodeId, accepted: true, agreesToPassOn: true }, null),
    seen: (when) => tell(when, { kind: 'contact', outcome: 'kept', purpose: 'one_to_one' }, null),
    leavesOn: (iso) =>
      story(
        { ...facts, release: iso === null ? null : { factId: 'date', day: day(iso), confirmed: false } },
        number,
      ),
    told: (on, iso) => {
      const told = { from: day(on), day: iso === null ? null : day(iso) }
      const { facts: now } = story(facts, number).leavesOn(iso)
      return story({ ...now, datesTold: [...facts.datesTold, told] }, number)
    },
  }
}

export const aPerson = (): Story => story({ personId: 'p1', facts: [], release: null, datesTold: [] }, 1)

const everyDay = new Set([1, 2, 3, 4, 5, 6, 7])
const weekdays = new Set([1, 2, 3, 4, 5])
const services = [
  ['leeds team', { nation: 'england', setting: 'custody', openWeekdays: everyDay }],
  ['isis team', { nation: 'england', setting: 'custody', openWeekdays: everyDay }],
  ['barlinnie team', { nation: 'scotland', setting: 'custody', openWeekdays: everyDay }],
  ['bradford', { nation: 'england', setting: 'community', openWeekdays: weekdays }],
  ['glasgow', { nation: 'scotland', setting: 'community', openWeekdays: weekdays }],
] as const
const holidays2026 = ['2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-12-25', '2026-12-28']

/** Leeds and Isis in England, Barlinnie in Scotland, each with its team; Moorland, where none works; community services on both sides. `liveFrom` by service. */
export const aContext = (
  settings: StandardsContext['settings'] = [],
  liveFrom: Readonly<Record<string, Day>> = {},
): StandardsContext => ({
  directory: {
    establishments: new Map([
      ['LEI', { nation: 'england', recoveryTeam: 'leeds team' }],
      ['ISI', { nation: 'england', recoveryTeam: 'isis team' }],
      ['BLI', { nation: 'scotland', recoveryTeam: 'barlinnie team' }],
      ['MDI', { nation: 'england', recoveryTeam: null }],
    ]),
    services: new Map(services.map(([id, service]) => [id, { ...service, liveFrom: liveFrom[id] ?? null }])),
  },
  settings,
  holidays: new Map([
    ['england', new Set(holidays2026.map(day))],
    ['scotland', new Set(['2026-04-03', '2026-05-04', '2026-11-30', '2026-12-25'].map(day))],
  ]),
})

/** The obligations of one standard, in the order in which they open. */
export const ofStandard = (obligations: readonly Obligation[], standard: string): Obligation[] =>
  obligations.filter((one) => one.standard === standard).sort((a, b) => a.opensOn - b.opensOn)

const ended = ({ state, closedOn, dueOn }: Obligation): string => {
  if (closedOn === null) return state
  const late = state === 'met' && closedOn > dueOn ? 'met late' : state.replaceAll('_', ' ')
  return `${late} ${isoDay(closedOn)}`
}

/** One obligation in a line: `opens 2026-03-02, due 2026-03-03, met 2026-03-03, leeds team`. */
export const inWords = (obligation: Obligation): string =>
  [
    `opens ${isoDay(obligation.opensOn)}`,
    `due ${isoDay(obligation.dueOn)}`,
    ended(obligation),
    obligation.ownerService ?? 'nobody',
  ].join(', ')

/** What one standard owes for a story, a line each. */
export const owes = (told: Story, standard: string, context = aContext()): string[] =>
  ofStandard(deriveObligations(told.facts, context), standard).map(inWords)
