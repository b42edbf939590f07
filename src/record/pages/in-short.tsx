import type { PersonHeader } from '../../people/index.ts'
import { roleWords } from '../../platform/auth/actor.ts'
import {
  dateWords,
  fullDate,
  type Html,
  SummaryList,
  type SummaryRow,
  Typed,
} from '../../platform/ui/index.ts'
import type { InShort } from '../queries/inShort.ts'
import { sayIntervention, saySafeToRing, saySubstances } from '../words.ts'

interface InShortProps {
  readonly person: PersonHeader
  readonly short: InShort
  readonly today: Temporal.PlainDate
  readonly mayRecord: boolean
  /** Whether this reader's role reads contact details. */
  readonly mayReach: boolean
}

const day = (iso: string, today: Temporal.PlainDate): string => dateWords(Temporal.PlainDate.from(iso), today)

type Episode = InShort['episodes'][number]

const treatmentWords = (episode: Episode, today: Temporal.PlainDate): string => {
  const kinds = episode.interventions.map(({ kind }) => sayIntervention(kind)).join('; ')
  if (episode.started !== null)
    return `${episode.service}: in treatment since ${day(episode.started, today)}${kinds === '' ? '' : ` (${kinds})`}`
  return episode.triaged === null
    ? `${episode.service}: referred ${day(episode.referred, today)}, not triaged yet`
    : `${episode.service}: triaged ${day(episode.triaged, today)}, treatment not started`
}

const Lines = ({ lines }: { readonly lines: readonly string[] }): Html => (
  <>
    {lines.map((line) => (
      <div>{line}</div>
    ))}
  </>
)

const treatmentRows = ({ short, today }: InShortProps): readonly SummaryRow[] => {
  const substances = [...new Set(short.episodes.flatMap(({ substances }) => substances ?? []))]
  return [
    {
      key: 'Treatment',
      value:
        short.episodes.length === 0 ? (
          'No open episode that you may see'
        ) : (
          <Lines lines={short.episodes.map((episode) => treatmentWords(episode, today))} />
        ),
    },
    ...(substances.length === 0
      ? []
      : [{ key: 'Substances', value: <Lines lines={substances.map(saySubstances)} /> }]),
  ]
}

const roles: Readonly<Record<string, string>> = roleWords

const workerRows = ({ person, short, today, mayRecord }: InShortProps): readonly SummaryRow[] => [
  {
    key: 'Workers',
    value:
      short.workers.length === 0 ? (
        'Nobody is named yet'
      ) : (
        <Lines
          lines={short.workers.map(
            ({ name, role, service, since }) =>
              `${name}, ${(roles[role] ?? role).toLowerCase()}, ${service}, since ${day(since, today)}`,
          )}
        />
      ),
    action: mayRecord
      ? { text: 'History', href: `/people/${person.id}/workers`, about: 'who worked with them' }
      : undefined,
  },
]

const addressWords = ({ address, town, postcode }: NonNullable<InShort['reaching']>): string =>
  [address, town, postcode].filter(Boolean).join(', ')

const reachRows = ({ person, short, mayRecord, mayReach }: InShortProps): readonly SummaryRow[] => {
  if (!mayReach) return []
  const { reaching } = short
  return [
    {
      key: 'Phone',
      value:
        reaching === null ? (
          'Nothing recorded'
        ) : (
          <>
            <div>{reaching.phone ?? 'No phone'}</div>
            <div>Safe to ring: {saySafeToRing(reaching.safe_to_ring)}</div>
            {reaching.safe_to_ring_note !== null && <Typed text={reaching.safe_to_ring_note} />}
            {addressWords(reaching) !== '' && <div>{addressWords(reaching)}</div>}
            <div class="govuk-hint">
              Recorded{' '}
              {fullDate(
                Temporal.Instant.from(reaching.recorded_at).toZonedDateTimeISO('Europe/London').toPlainDate(),
              )}
            </div>
          </>
        ),
      action: mayRecord
        ? { text: 'Change', href: `/people/${person.id}/contact-details`, about: 'contact details' }
        : undefined,
    },
  ]
}

const needsWords = ({ interpreter, readingNeeds }: PersonHeader): string =>
  [
    interpreter === null ? null : `Interpreter: ${interpreter}`,
    readingNeeds === null ? null : `Reading: ${readingNeeds}`,
  ]
    .filter(Boolean)
    .join('. ') || 'None recorded'

const detailRows = ({ person, mayRecord }: InShortProps): readonly SummaryRow[] => [
  {
    key: 'Language and reading',
    value: needsWords(person),
    action: mayRecord
      ? { text: 'Change', href: `/people/${person.id}/details`, about: 'name, language and reading needs' }
      : undefined,
  },
]

const wantRows = ({ person, short }: InShortProps): readonly SummaryRow[] =>
  short.want === null
    ? []
    : [
        {
          key: 'What they want',
          value: <Typed text={short.want} />,
          action: { text: 'Plan', href: `/people/${person.id}/plan`, about: 'with their goals' },
        },
      ]

/** Treatment, workers, what they want, how to reach them: what one must know before meeting somebody. */
export const InShortList = (props: InShortProps): Html => (
  <SummaryList
    rows={[
      ...treatmentRows(props),
      ...workerRows(props),
      ...wantRows(props),
      ...reachRows(props),
      ...detailRows(props),
    ]}
  />
)
