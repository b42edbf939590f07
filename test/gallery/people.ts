import type { PersonAtAGlance, Shell, StackedBar, TimelineItem } from '../../src/platform/ui/index.ts'

const date = (text: string) => Temporal.PlainDate.from(text)

export const today = date('2026-11-22')
export const now = Temporal.Instant.from('2026-11-22T09:41:00Z')

/** Nobody real. */
export const lee: PersonAtAGlance = {
  name: 'Lee Whitaker',
  href: '/person',
  prisonNumber: 'A1234BC',
  birth: date('1989-03-04'),
  where: 'Leeds, C wing',
  release: { date: date('2026-12-04'), note: 'moved from Saturday' },
  safety: [
    { kind: 'see_with_another' },
    { kind: 'acct_open' },
    { kind: 'allergy', detail: 'penicillin' },
    { kind: 'overdose_risk' },
    { kind: 'interpreter', detail: 'Polish' },
  ],
}

export const shell = (path: string): Shell => ({
  nonce: 'gallery',
  csrf: 'token',
  path,
  today,
  navigation: [
    { text: 'Today', href: '/list' },
    { text: 'Leaving and left', href: '/board' },
    { text: 'Hand-overs', href: '/handovers' },
    { text: 'Continuity', href: '/continuity' },
    { text: 'Find a person', href: '/person' },
  ],
  account: { name: 'Amira Khan', role: 'Recovery worker, Leeds recovery team', signOut: '/sign-out' },
  notice: 'Demonstration: no real people',
  build: '0.1.0',
})

export interface Leaving {
  readonly name: string
  readonly date: Temporal.PlainDate
  readonly ready: string
  readonly service: string
  readonly appointment: string
}

const names = ['Aaron Price', 'Dale Ford', 'Tina Shaw', 'Marcus Bell', 'Kim Reid', 'Jordan Ashe']

export const leaving: readonly Leaving[] = Array.from({ length: 40 }, (_, index) => ({
  name: names[index % names.length] ?? '',
  date: today.add({ days: index - 2 }),
  ready: `${index % 7} of 6`,
  service: index % 3 === 0 ? 'Declined (area)' : 'Accepted, Bradford Recovery Partnership',
  appointment: index % 4 === 0 ? 'none' : 'Tuesday 11:00',
}))

export const happened: readonly TimelineItem[] = [
  {
    title: 'Plan agreed',
    by: 'Amira Khan',
    at: Temporal.Instant.from('2026-11-22T09:12:00Z'),
    href: '/plan',
  },
  {
    title: 'Hand-over sent to Bradford',
    by: 'Tom Reilly',
    at: Temporal.Instant.from('2026-11-21T16:03:00Z'),
    detail: 'Seen by Sara at 16:40, not yet accepted. They have until Thursday.',
  },
  { title: 'Came in from court', at: date('2026-10-02') },
]

export const outcomes: StackedBar = {
  title: 'What became of 118 releases',
  parts: [
    'Started within 21 days',
    'Started later',
    'Returned to custody',
    'Still inside 21 days',
    'Not started',
    'Not known',
    'Died',
  ],
  bars: [
    {
      label: 'All prisons',
      parts: [
        { part: 'Started within 21 days', count: 52 },
        { part: 'Started later', count: 9 },
        { part: 'Returned to custody', count: 6 },
        { part: 'Still inside 21 days', count: 10 },
        { part: 'Not started', count: 11 },
        { part: 'Not known', count: 29 },
        { part: 'Died', count: 1 },
      ],
    },
  ],
}
