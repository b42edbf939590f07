import { z } from 'zod'
import { roleWords } from '../../platform/auth/actor.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  DataTable,
  EmptyState,
  type Html,
  Layout,
  momentWords,
  PageHeading,
  PrintButton,
  PrintHeader,
  Tag,
} from '../../platform/ui/index.ts'
import { itemWords, oversees, unnamed } from '../item-words.ts'
import { namesOf } from '../queries/namesOf.ts'
import { type OversightItem, oversightItems } from '../queries/oversightItems.ts'
import { staffOfTeam, type TeamMember } from '../queries/staffOfTeam.ts'
import { reviewOutcomes, rolesThatReview } from '../rules.ts'
import { placeWords } from './event-table.tsx'

interface Model {
  readonly open: readonly OversightItem[]
  readonly reviewed: readonly OversightItem[]
  readonly names: ReadonlyMap<string, string>
  readonly team: readonly TeamMember[]
}

interface PartProps {
  readonly model: Model
  readonly context: PageContext
}

interface WhomProps extends PartProps {
  readonly item: OversightItem
}

const Whom = ({ item, model: { names }, context: { actor } }: WhomProps): Html => {
  const { person_id: id } = item
  if (id === null) return <>Several people</>
  const name = names.get(id)
  return name === undefined ? (
    <span>{unnamed(actor)}</span>
  ) : (
    <a class="govuk-link" href={`/people/${id}`}>
      {name}
    </a>
  )
}

const who = (item: OversightItem): Html => (
  <>
    {item.kind === 'glass' && <Tag text="Broken glass" colour="red" />} {itemWords(item)}
    <div class="govuk-hint">{placeWords(item.role, item.services)}</div>
  </>
)

const Open = ({ model, context }: PartProps): Html => {
  const { today, actor } = context
  return model.open.length === 0 ? (
    <EmptyState>Nothing waits for your review.</EmptyState>
  ) : (
    <DataTable
      caption={`To review (${model.open.length === 50 ? '50 or more' : model.open.length})`}
      rows={model.open}
      columns={[
        { heading: 'What', cell: who, rowHeading: true },
        { heading: 'Whom', cell: (item) => <Whom item={item} model={model} context={context} /> },
        { heading: 'When', cell: ({ from_at }) => momentWords(from_at, today) },
        {
          heading: 'Review',
          headingHidden: true,
          cell: (item) =>
            item.staff_id === actor.staffId ? (
              'For somebody else'
            ) : (
              <a class="govuk-link" href={`/oversight/items/${item.id}`}>
                Review<span class="govuk-visually-hidden">: {itemWords(item)}</span>
              </a>
            ),
        },
      ]}
    />
  )
}

const Reviewed = ({ model, context }: PartProps): Html | null =>
  model.reviewed.length === 0 ? null : (
    <DataTable
      caption="Reviewed"
      rows={model.reviewed}
      columns={[
        { heading: 'What', cell: who, rowHeading: true },
        { heading: 'Whom', cell: (item) => <Whom item={item} model={model} context={context} /> },
        {
          heading: 'What became of it',
          cell: ({ outcome, words }) => (
            <>
              {outcome !== null && reviewOutcomes[outcome]}
              <div class="tc-typed">{words}</div>
            </>
          ),
        },
        {
          heading: 'By',
          cell: ({ reviewed_by, reviewed_at }) =>
            `${reviewed_by ?? ''}, ${reviewed_at === null ? '' : momentWords(reviewed_at, context.today)}`,
        },
      ]}
    />
  )

const Team = ({ model }: PartProps): Html => (
  <DataTable
    caption="What each member of the team opened"
    rows={model.team}
    columns={[
      {
        heading: 'Name',
        cell: ({ id, full_name }) => (
          <a class="govuk-link" href={`/oversight/staff/${id}`}>
            <span class="govuk-visually-hidden">What was opened by </span>
            {full_name}
          </a>
        ),
        rowHeading: true,
      },
      { heading: 'As', cell: ({ role }) => roleWords[role] },
    ]}
  />
)

/** What a team leader, or where there is none an administrator, is to look at: broken glass, records opened without involvement, many in a short time. */
export const oversightPage = definePage({
  path: '/oversight',
  may: rolesThatReview,
  input: z.object({}),
  load: async (tx, _input, { actor }) => {
    const open = await oversightItems(tx, 'open')
    const reviewed = await oversightItems(tx, 'reviewed')
    const people = [...open, ...reviewed].flatMap(({ person_id }) => person_id ?? [])
    const team = oversees(actor) ? await staffOfTeam(tx, actor) : []
    return ok({ open, reviewed, names: await namesOf(tx, people), team })
  },
  audit: { action: 'view_oversight', people: ({ names }: Model) => [...names.keys()] },
  show: (model, context) => (
    <Layout shell={context.shell} title="Oversight">
      <PageHeading title="Oversight" caption={context.actor.services.map(({ name }) => name).join(', ')}>
        <PrintButton text="Print this page" />
      </PageHeading>
      <PrintHeader shell={context.shell} now={context.now} />
      <Open model={model} context={context} />
      <Reviewed model={model} context={context} />
      {oversees(context.actor) ? (
        <Team model={model} context={context} />
      ) : (
        <p class="govuk-body">
          What comes here has no team leader who could review it. Who was looked at, and what was opened, is
          for teams to see: ask whoever looked, and write down what you find.
        </p>
      )}
    </Layout>
  ),
})
