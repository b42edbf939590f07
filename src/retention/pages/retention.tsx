import { z } from 'zod'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  DataTable,
  EmptyState,
  fullDate,
  type Html,
  Layout,
  PageHeading,
  PrintHeader,
  WarningText,
} from '../../platform/ui/index.ts'
import { keepers, type RetentionRule, runStateWords, surenessWords } from '../model.ts'
import { brokenDisposals, type HeldTotal, heldTotals, keptOrganisations } from '../queries/disposalLog.ts'
import { type DisposalRun, disposalRuns } from '../queries/disposalRun.ts'
import { rulesNow } from '../queries/rulesNow.ts'

interface Model {
  readonly rules: readonly RetentionRule[]
  readonly runs: readonly DisposalRun[]
  readonly held: readonly HeldTotal[]
  readonly broken: number
}

/** Why, and where that is said; an address in the source is the way to it. */
const Why = ({ why, source }: RetentionRule): Html => {
  const [words = '', address] = source.split(/: (?=https:)/)
  return (
    <>
      {why}{' '}
      {address === undefined ? (
        `${words}.`
      ) : (
        <a class="govuk-link" href={address} rel="external">
          {words}
        </a>
      )}
    </>
  )
}

const Rules = ({ rules }: { readonly rules: readonly RetentionRule[] }): Html => (
  <DataTable
    caption="How many years the words are kept after the last day on which anything happened"
    rows={rules}
    columns={[
      { heading: 'Records', cell: ({ title }) => title, rowHeading: true },
      { heading: 'Years', cell: ({ years }) => years, numeric: true },
      { heading: 'Why', cell: Why },
      { heading: 'How sure', cell: ({ sure }) => surenessWords[sure] },
    ]}
  />
)

const heldWords: Readonly<Record<HeldTotal['kind'], string>> = {
  death: 'because of a death',
  hand: 'by hand, with a reason',
}

const Held = ({ held }: { readonly held: readonly HeldTotal[] }): Html =>
  held.length === 0 ? (
    <EmptyState>No record is held.</EmptyState>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {held.map(({ kind, total }) => (
        <li>
          {total} held {heldWords[kind]}
        </li>
      ))}
    </ul>
  )

const Runs = ({ runs }: { readonly runs: readonly DisposalRun[] }): Html =>
  runs.length === 0 ? (
    <EmptyState>Nothing has been disposed of yet.</EmptyState>
  ) : (
    <DataTable
      caption="Disposal runs"
      rows={runs}
      columns={[
        {
          heading: 'Due on',
          rowHeading: true,
          cell: ({ id, as_of }) => (
            <a class="govuk-link" href={`/retention/runs/${id}`}>
              {fullDate(as_of)}
            </a>
          ),
        },
        { heading: 'Whose records', cell: ({ organisation }) => organisation },
        { heading: 'Lines', cell: ({ lines }) => lines, numeric: true },
        { heading: 'State', cell: ({ state }) => runStateWords[state] },
        { heading: 'Made by', cell: ({ maker }) => maker },
        { heading: 'Approved by', cell: ({ approver }) => approver ?? '' },
      ]}
    />
  )

const show = ({ rules, runs, held, broken }: Model, { shell, now }: PageContext): Html => (
  <Layout shell={shell} title="How long records are kept">
    <PageHeading title="How long records are kept">
      <Button text="List what is due" href="/retention/runs/new" />
    </PageHeading>
    <PrintHeader shell={shell} now={now} />
    {broken > 0 && (
      <WarningText>
        The log of disposals has been changed beyond the service: {broken} entries do not follow.
      </WarningText>
    )}
    <p class="govuk-body">
      When a rule is due, its words go and the counts stay, so that no figure changes. Nothing goes of
      somebody in custody, in treatment, or held; but who asked for records goes after its own rule, also of
      somebody who is with us, unless they are held. A list is made by one of you and approved by another.
    </p>
    <Runs runs={runs} />
    <h2 class="govuk-heading-m">Held</h2>
    <Held held={held} />
    <Rules rules={rules} />
  </Layout>
)

/** The rules with their sources, what is held, and the runs of disposal. No names. */
export const retentionPage = definePage({
  path: '/retention',
  may: keepers,
  input: z.object({}),
  audit: { action: 'view_retention', people: () => [] },
  load: async (tx) => {
    const organisations = await keptOrganisations(tx)
    const model: Model = {
      rules: await rulesNow(tx),
      runs: await disposalRuns(tx),
      held: await heldTotals(
        tx,
        organisations.map(({ id }) => id),
      ),
      broken: await brokenDisposals(tx),
    }
    return ok(model)
  },
  show,
})
