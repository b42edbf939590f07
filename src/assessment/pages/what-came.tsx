import { Details, dateWords, type Html, SummaryList, type SummaryRow } from '../../platform/ui/index.ts'
import { describeFact } from '../describe-fact.ts'
import type { RecordedFact } from '../queries/facts.ts'
import type { KnownEpisode, WhatCame } from '../queries/whatCame.ts'

const substanceWords = {
  opiate: 'opiates',
  non_opiate: 'drugs other than opiates',
  non_opiate_and_alcohol: 'drugs other than opiates, and alcohol',
  alcohol: 'alcohol',
}

const episodeWords = (episode: KnownEpisode, today: Temporal.PlainDate): string =>
  [
    episode.setting === 'custody' ? 'in prison' : 'in the community',
    episode.substances === null ? undefined : `for ${substanceWords[episode.substances]}`,
    episode.startedOn === null
      ? `referred ${dateWords(episode.referredOn, today)}`
      : `treatment since ${dateWords(episode.startedOn, today)}`,
    episode.endedOn === null ? undefined : `ended ${dateWords(episode.endedOn, today)}`,
  ]
    .filter((words) => words !== undefined)
    .join(', ')

interface Props {
  readonly came: WhatCame
  readonly today: Temporal.PlainDate
}

const rowsOf = ({ came, today }: Props): readonly SummaryRow[] => [
  ...came.episodes.map((episode) => ({ key: episode.service, value: episodeWords(episode, today) })),
  ...came.handovers.map(({ from, openedOn }) => ({
    key: 'Hand-over',
    value: `opened by ${from}, ${dateWords(openedOn, today)}`,
  })),
]

interface EarlierProps {
  readonly fact: RecordedFact
  readonly today: Temporal.PlainDate
  /** Laid open: this is what the page goes by. */
  readonly open?: boolean
}

/** A form that was filled in before, to look at. */
export const EarlierForm = ({ fact, today, open = false }: EarlierProps): Html => {
  const { title, rows } = describeFact(fact.kind, fact.answers)
  const heading = `${title}, ${dateWords(fact.day, today)}`
  const list = rows.map(({ question, answer }) => ({ key: question, value: answer }))
  return open ? (
    <SummaryList card={heading} rows={list} />
  ) : (
    <Details summary={heading}>
      <SummaryList rows={list} />
    </Details>
  )
}

/** Did anything come with them that can be confirmed instead of asked? */
export const anythingCame = ({ episodes, handovers, screen, triage }: WhatCame): boolean =>
  episodes.length + handovers.length > 0 || screen !== null || triage !== null

/** What came with the person, laid out. */
export const WhatCameWithThem = ({ came, today }: Props): Html => (
  <section aria-labelledby="what-came">
    <h2 class="govuk-heading-m" id="what-came">
      What came with them
    </h2>
    {came.episodes.length + came.handovers.length > 0 && <SummaryList rows={rowsOf({ came, today })} />}
    {came.screen !== null && <EarlierForm fact={came.screen} today={today} />}
    {came.triage !== null && <EarlierForm fact={came.triage} today={today} />}
  </section>
)
