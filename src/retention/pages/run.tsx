import { z } from 'zod'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  addressWith,
  Button,
  DataTable,
  EmptyState,
  fullDate,
  type Html,
  InsetText,
  Layout,
  momentWords,
  PageHeading,
  Pagination,
  PrintHeader,
} from '../../platform/ui/index.ts'
import { isUnderWay, keepers, runStateWords } from '../model.ts'
import {
  type DisposalLine,
  disposalLines,
  linesOnPage,
  type RuleTotal,
  ruleTotals,
} from '../queries/disposalLines.ts'
import { disposalLog, type LogEntry } from '../queries/disposalLog.ts'
import { type DisposalRun, disposalRun } from '../queries/disposalRun.ts'
import { ruleById } from '../rules.ts'

interface Model {
  readonly run: DisposalRun
  readonly totals: readonly RuleTotal[]
  readonly lines: readonly DisposalLine[]
  readonly log: readonly LogEntry[]
  readonly page: number
}

const outcomeWords: Readonly<Record<DisposalLine['outcome'], string>> = {
  waiting: 'Waits',
  done: 'Gone',
  held: 'Left: held',
  no_longer_due: 'Left: something was recorded since',
}

const titleOf = (rule: string): string => ruleById(rule)?.title ?? rule

const Totals = ({ totals }: Pick<Model, 'totals'>): Html => (
  <DataTable
    caption="By rule"
    rows={totals}
    columns={[
      { heading: 'Records', cell: ({ rule }) => titleOf(rule), rowHeading: true },
      { heading: 'People', cell: ({ records }) => records, numeric: true },
      { heading: 'Rows with words', cell: ({ row_count }) => row_count, numeric: true },
      { heading: 'Gone', cell: ({ done }) => done, numeric: true },
      { heading: 'Left alone', cell: ({ left_alone }) => left_alone, numeric: true },
    ]}
  />
)

const Lines = ({ lines, run, page }: Pick<Model, 'lines' | 'run' | 'page'>): Html => (
  <>
    <DataTable
      caption="Each record, the longest due first"
      rows={lines}
      columns={[
        {
          heading: 'Record',
          cell: ({ person_id }) => (person_id === null ? 'Nobody’s' : `…${person_id.slice(-8)}`),
          rowHeading: true,
        },
        { heading: 'What', cell: ({ rule }) => titleOf(rule) },
        { heading: 'Last anything happened', cell: ({ last_on }) => fullDate(last_on) },
        { heading: 'Due since', cell: ({ due_since }) => fullDate(due_since) },
        { heading: 'Rows', cell: ({ row_count }) => row_count, numeric: true },
        { heading: 'State', cell: ({ outcome }) => outcomeWords[outcome] },
      ]}
    />
    <Pagination
      page={page}
      pageSize={linesOnPage}
      total={run.lines}
      things="lines"
      href={(to) => addressWith(`/retention/runs/${run.id}`, { page: String(to) })}
    />
  </>
)

const Log = ({ log }: Pick<Model, 'log'>): Html => (
  <DataTable
    caption="The log: what went, without saying what it was"
    rows={log}
    columns={[
      { heading: 'Entry', cell: ({ place }) => place, rowHeading: true },
      { heading: 'Rule', cell: ({ rule }) => rule },
      { heading: 'Table', cell: ({ table_name }) => table_name },
      { heading: 'Rows', cell: ({ row_count }) => row_count, numeric: true },
      { heading: 'Digest of their ids', cell: ({ digest }) => <code>{digest.slice(0, 16)}…</code> },
    ]}
  />
)

const Decide = ({ run, actorId }: { readonly run: DisposalRun; readonly actorId: string }): Html | null =>
  run.state !== 'listed' ? null : (
    <>
      {run.made_by === actorId ? (
        <InsetText>You made this list, so somebody else approves it.</InsetText>
      ) : (
        <Button text="Approve or put aside" href={`/retention/runs/${run.id}/approve`} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/retention/runs/${run.id}/abandon`}>
          Put this list aside
        </a>
      </p>
    </>
  )

const show = ({ run, totals, lines, log, page }: Model, { shell, today, now, actor }: PageContext): Html => (
  <Layout
    shell={shell}
    title="Disposal run"
    refreshAfter={isUnderWay(run.state) ? 3 : undefined}
    back={{ href: '/retention', text: 'How long records are kept' }}
  >
    <PageHeading title={`Due to go on ${fullDate(run.as_of)}`} caption={run.organisation} />
    <PrintHeader shell={shell} now={now} />
    <p class="govuk-body-l" role="status">
      {runStateWords[run.state]}
      {run.state === 'running' && `: ${run.handled} of ${run.lines} lines`}.
    </p>
    <p class="govuk-body">
      Listed by {run.maker} {momentWords(run.made_at, today)}.
      {run.approver !== null &&
        run.approved_at !== null &&
        ` Approved by ${run.approver} ${momentWords(run.approved_at, today)}.`}
      {run.done_at !== null && ` Carried out ${momentWords(run.done_at, today)}.`}
    </p>
    <Decide run={run} actorId={actor.staffId} />
    {run.lines === 0 && !isUnderWay(run.state) && <EmptyState>Nothing is due.</EmptyState>}
    {totals.length > 0 && <Totals totals={totals} />}
    {lines.length > 0 && <Lines lines={lines} run={run} page={page} />}
    {log.length > 0 && <Log log={log} />}
  </Layout>
)

/** A run of disposal: what is due and why, how far it is, and what the log says of it. */
export const runPage = definePage({
  path: '/retention/runs/:runId',
  may: keepers,
  input: z.object({
    runId: z.uuid(),
    page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  }),
  audit: {
    action: 'view_disposal_run',
    people: ({ lines }: Model) => [...new Set(lines.flatMap(({ person_id }) => person_id ?? []))],
    subject: ({ run }: Model) => run.id,
  },
  load: async (tx, { runId, page }) => {
    const run = await disposalRun(tx, runId)
    if (!run.ok) return run
    return ok({
      run: run.value,
      page,
      totals: await ruleTotals(tx, runId),
      lines: await disposalLines(tx, runId, page),
      log: await disposalLog(tx, runId),
    })
  },
  show,
})
