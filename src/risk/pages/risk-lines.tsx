import type { Answers } from '../../assessment/index.ts'
import { dateAndAway, fullDate, type Html, SummaryList, Tag } from '../../platform/ui/index.ts'
import { levelWords, type RiskLevel, standing } from '../model.ts'
import { type RiskLine, riskLines } from '../rules.ts'

interface RiskLinesProps {
  readonly answers: Answers
  readonly today: Temporal.PlainDate
  /** Only how great each risk is, and what we do. */
  readonly brief?: boolean
}

const colours: Readonly<Record<RiskLevel, 'red' | 'orange' | 'yellow' | 'grey'>> = {
  high: 'red',
  medium: 'orange',
  low: 'yellow',
  none: 'grey',
  not_known: 'grey',
}

const acctWords: Readonly<Record<string, string>> = {
  open: 'ACCT open',
  post_closure: 'ACCT closed, follow-up still runs',
  closed: 'ACCT closed',
  never: 'No ACCT',
}

const dayOf = (words: string, today: Temporal.PlainDate): string => {
  const day = Temporal.PlainDate.from(words)
  return Temporal.PlainDate.compare(day, today) < 0
    ? `${fullDate(day)}, passed`
    : `${dateAndAway(day, today)}`
}

interface OneProps extends RiskLinesProps {
  readonly line: RiskLine
}

const pointer = ({ line, answers }: OneProps): string | undefined =>
  line.risk.name === 'self_harm' ? acctWords[String(answers.acct)] : undefined

const Standing = (props: OneProps): Html => {
  const { line, today, brief = false } = props
  const acct = pointer(props)
  const parts = line.parts.filter(({ part }) => !brief || part === 'do' || part === 'again')
  return (
    <section class="tc-risk">
      <h2 class="govuk-heading-m">
        {line.risk.title} <Tag text={levelWords[line.level]} colour={colours[line.level]} />
      </h2>
      {acct !== undefined && <p class="govuk-body">{acct}.</p>}
      {parts.length > 0 && (
        <SummaryList
          rows={parts.map(({ part, label, words }) => ({
            key: label,
            value: <span class="tc-typed">{part === 'again' ? dayOf(words, today) : words}</span>,
          }))}
        />
      )}
    </section>
  )
}

const titlesOf = (lines: readonly RiskLine[], level: RiskLevel): string =>
  lines
    .filter((line) => line.level === level)
    .map(({ risk }) => risk.title)
    .join(', ')

const Rest = ({ lines, level }: { readonly lines: readonly RiskLine[]; readonly level: RiskLevel }) => {
  const titles = titlesOf(lines, level)
  return titles === '' ? null : (
    <p class="govuk-body">
      <strong>{levelWords[level]}:</strong> {titles}.
    </p>
  )
}

/** A risk plan laid out: what stands, the greatest first; then what was not found, and what nobody knows. */
export const RiskLines = (props: RiskLinesProps): Html => {
  const lines = riskLines(props.answers)
  return (
    <>
      {lines
        .filter(({ level }) => standing.includes(level))
        .map((line) => (
          <Standing {...props} line={line} />
        ))}
      <Rest lines={lines} level="none" />
      <Rest lines={lines} level="not_known" />
    </>
  )
}
