import { z } from 'zod'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { defineForm, formOf, type Request } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { Button, Form, Layout, PageHeading, TextInput } from '../../platform/ui/index.ts'
import { setLimit } from '../../workforce/index.ts'
import { loadWords } from '../caseload-view.ts'
import { servicesOf } from '../person-in-service.ts'
import { teamLoad, type WorkerLoad } from '../queries/teamLoad.ts'
import { formAddress } from '../return-to.ts'

const wrong = 'Enter a whole number from 0 to 300, or nothing for no limit'

const places = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim() : ''),
  z
    .string()
    .regex(/^\d{0,3}$/, wrong)
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .refine((count) => count === null || count <= 300, wrong),
)

const ofWorker = z.object({ serviceId: z.uuid(), staffId: z.uuid() })

const loadOf = async (
  tx: ReadTx,
  { serviceId, staffId }: z.infer<typeof ofWorker>,
  { actor }: Pick<Request, 'actor'>,
): Promise<Result<WorkerLoad>> => {
  if (!servicesOf(actor).includes(serviceId)) return refused('not_found', 'This is not your team.')
  const load = (await teamLoad(tx, [serviceId])).find(({ staff_id }) => staff_id === staffId)
  return load === undefined ? refused('not_found', 'There is no such worker.') : ok(load)
}

/** How much somebody can carry in a service: people, each counted by how much work they are. */
export const limitForm = defineForm({
  path: '/team/limits/:serviceId/:staffId',
  may: ['team_leader'],
  input: ofWorker,
  body: formOf({ places }),
  load: loadOf,
  initial: ({ most }) => ({ places: most === null ? '' : `${most}` }),
  audit: { action: 'view_limit', people: () => [], subject: ({ staff_id }) => staff_id },
  does: 'set_limit',
  act: async (tx, { input, body, request }) => {
    const found = await loadOf(tx, input, request)
    if (!found.ok) return found
    const load = found.value
    const { serviceId, staffId } = input
    await setLimit(tx, { staffId, serviceId, places: body.places, setBy: request.actor.staffId })
    const now = body.places === null ? 'has no limit now' : `can carry ${body.places} places from now on`
    return ok({ to: '/team', said: `${load.full_name} ${now}.`, people: [], subject: staffId })
  },
  show: (load, context) => (
    <Layout
      shell={context.shell}
      title={`How much ${load.full_name} can carry`}
      errors={context.form.errors}
      back={{ href: '/team', text: 'Back to my team' }}
    >
      <PageHeading title={`How much ${load.full_name} can carry`} caption={load.service} />
      <p class="govuk-body">Now: {loadWords(load)}.</p>
      <Form
        action={formAddress(context)}
        csrf={context.form.csrf}
        idempotencyKey={context.form.idempotencyKey}
      >
        <TextInput
          {...context.form}
          name="places"
          label="Places"
          hint="A person takes one to three places, by how much work they are. Leave it empty for no limit"
        />
        <Button text="Save" />
      </Form>
    </Layout>
  ),
})
