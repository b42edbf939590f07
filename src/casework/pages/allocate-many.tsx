import { z } from 'zod'
import { defineForm, type FormContext, formOf, optionalTextField } from '../../platform/http/index.ts'
import { isId } from '../../platform/ids.ts'
import { ok, refused } from '../../platform/result.ts'
import {
  Button,
  Checkboxes,
  capitalised,
  dueWords,
  EmptyState,
  Form,
  type Html,
  Layout,
  PageHeading,
  Pagination,
  Select,
  TextInput,
} from '../../platform/ui/index.ts'
import { allocateMany } from '../actions/allocateMany.ts'
import { loadWords } from '../caseload-view.ts'
import { manyWords } from '../many-words.ts'
import { servicesOf } from '../person-in-service.ts'
import { teamLoad, type WorkerLoad } from '../queries/teamLoad.ts'
import { peopleOfWorker, type ToAllocate, unallocated } from '../queries/toAllocate.ts'
import { formAddress } from '../return-to.ts'
import { candidatesIn, propose } from '../suggested.ts'
import { nameOf } from './owed-groups.tsx'

const recommendedValue = 'recommended'

const input = z.object({
  /** Whose people; without it, those who have no worker. */
  worker: z.uuid().optional(),
  page: z.coerce.number().int().min(1).max(1000).catch(1).optional(),
})

interface Model {
  readonly rows: readonly ToAllocate[]
  readonly workers: readonly WorkerLoad[]
  readonly from: WorkerLoad | null
  readonly page: number
  readonly today: Temporal.PlainDate
}

const item = (row: ToAllocate, { workers, today }: Model) => {
  const proposal = propose(row, candidatesIn(workers, row.service_id), today)
  const gaveBack = row.earlier.find(({ handed_back }) => handed_back)
  return {
    value: `${row.person_id}|${row.service_id}`,
    text: nameOf(row),
    hint: [
      ...(row.due_on === null ? [] : [`${capitalised(dueWords(row.due_on, today))}.`]),
      ...(gaveBack === undefined ? [] : [`Given back: ${gaveBack.why ?? ''}.`]),
      `Complexity ${proposal.level}: ${proposal.complexityWhy}.`,
      `Recommended: ${proposal.words}.`,
    ].join(' '),
  }
}

const workerItems = (workers: readonly WorkerLoad[]) => [
  { value: recommendedValue, text: 'As recommended for each' },
  ...new Map(
    workers.map((load) => [
      load.staff_id,
      {
        value: load.staff_id,
        text: `${load.full_name} (${loadWords(load)}${load.away_until === null ? '' : ', away'})`,
      },
    ]),
  ).values(),
]

const titleOf = ({ from }: Model): string =>
  from === null ? 'People without a worker' : `Re-allocate the people of ${from.full_name}`

const Fields = ({ model, context }: { readonly model: Model; readonly context: FormContext }): Html => (
  <>
    <Checkboxes
      {...context.form}
      small
      name="people"
      label="Who?"
      items={model.rows.map((row) => item(row, model))}
    />
    <Select {...context.form} name="to" label="To whom?" items={workerItems(model.workers)} />
    {model.from !== null && (
      <TextInput {...context.form} name="why" label="Why does the worker until now end?" />
    )}
    <TextInput
      {...context.form}
      name="over"
      label="If this takes somebody over their limit, why all the same? (optional)"
      hint="Without a reason, whoever does not fit is kept as they are"
    />
    <Button text="Allocate those chosen" />
  </>
)

const Page = ({ model, context }: { readonly model: Model; readonly context: FormContext }): Html => {
  const title = titleOf(model)
  const total = model.rows[0]?.total ?? 0
  const query = model.from === null ? '' : `worker=${model.from.staff_id}&`
  return (
    <Layout
      shell={context.shell}
      title={title}
      errors={context.form.errors}
      back={{ href: '/team', text: 'Back to my team' }}
    >
      <PageHeading title={`${title} (${total})`} />
      {model.rows.length === 0 ? (
        <EmptyState>
          {model.from === null ? 'Everybody who was taken on has a worker.' : 'They work with nobody now.'}
        </EmptyState>
      ) : (
        <Form
          action={formAddress(context)}
          csrf={context.form.csrf}
          idempotencyKey={context.form.idempotencyKey}
        >
          <Fields model={model} context={context} />
        </Form>
      )}
      <Pagination page={model.page} total={total} href={(page) => `/team/allocate?${query}page=${page}`} />
    </Layout>
  )
}

const chosen = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]),
  z
    .array(
      z
        .string()
        .refine((pair) => pair.split('|').length === 2 && pair.split('|').every(isId), 'Choose from the list')
        .transform((pair) => {
          const [personId = '', serviceId = ''] = pair.split('|')
          return { personId, serviceId }
        }),
    )
    .min(1, 'Choose at least one person')
    .max(50, 'Choose at most 50 people at once'),
)

/** Many people at once: those without a worker, or one worker's; each recommended with why, and confirmed by hand. */
export const allocateManyForm = defineForm({
  path: '/team/allocate',
  may: ['team_leader'],
  input,
  body: formOf({
    people: chosen,
    to: z.union([z.literal(recommendedValue), z.uuid()], { error: 'Choose to whom' }),
    why: optionalTextField(300),
    over: optionalTextField(300),
  }),
  load: async (tx, { worker, page = 1 }, { actor, today }) => {
    const services = servicesOf(actor)
    const workers = await teamLoad(tx, services)
    const from = worker === undefined ? null : (workers.find(({ staff_id }) => staff_id === worker) ?? null)
    if (worker !== undefined && from === null) return refused('not_found', 'There is no such worker.')
    const rows =
      from === null
        ? await unallocated(tx, services, page)
        : await peopleOfWorker(tx, services, from.staff_id, page)
    return ok<Model>({ rows, workers, from, page, today })
  },
  initial: () => ({ to: recommendedValue }),
  audit: { action: 'view_to_allocate', people: ({ rows }) => rows.map(({ person_id }) => person_id) },
  does: 'allocate_many',
  act: async (tx, { input: { worker }, body, request: { actor } }) => {
    const services = servicesOf(actor)
    if (body.people.some(({ serviceId }) => !services.includes(serviceId)))
      return refused('not_found', 'This is not your team.')
    if (worker !== undefined && body.why === null)
      return refused('invalid', 'Say why the worker until now ends', 'why')
    const done = await allocateMany(tx, {
      people: body.people,
      worker: body.to === recommendedValue ? null : body.to,
      from: worker ?? null,
      by: actor.staffId,
      why: body.why,
      overLimitWhy: body.over,
    })
    if (!done.ok) return done
    const names = new Map(
      (await teamLoad(tx, services)).map(({ staff_id, full_name }) => [staff_id, full_name]),
    )
    return ok({
      to: '/team',
      said: manyWords(done.value, (id) => names.get(id) ?? 'a colleague'),
      people: done.value.given.map(({ personId }) => personId),
    })
  },
  show: (model, context) => <Page model={model} context={context} />,
})
