import { z } from 'zod'
import { defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Button, Form, Layout, PageHeading, Radios } from '../../platform/ui/index.ts'
import { makeRun } from '../actions/makeRun.ts'
import { keepers } from '../model.ts'
import { keptOrganisations } from '../queries/disposalLog.ts'

/** Begins a dry run: the list of what is due, which nobody has approved yet. */
export const newRunPage = defineForm({
  path: '/retention/runs/new',
  may: keepers,
  input: z.object({}),
  body: formOf({ organisation: textField('Choose whose records', 40) }),
  load: async (tx) => ok({ organisations: await keptOrganisations(tx) }),
  audit: { action: 'view_new_disposal', people: () => [] },
  does: 'list_disposal',
  initial: ({ organisations: [first] }) => ({ organisation: first?.id ?? '' }),
  act: async (tx, { body }) => {
    const chosen = z.uuid().safeParse(body.organisation)
    const made = await makeRun(tx, chosen.success ? chosen.data : '00000000-0000-0000-0000-000000000000')
    if (!made.ok) return made
    return ok({
      to: `/retention/runs/${made.value}`,
      said: 'The list is being made. Nothing goes until somebody else has approved it.',
      people: [],
      subject: made.value,
    })
  },
  show: ({ organisations }, context) => (
    <Layout
      shell={context.shell}
      title="List what is due to go"
      errors={context.form.errors}
      back={{ href: '/retention', text: 'How long records are kept' }}
    >
      <PageHeading title="List what is due to go" />
      <p class="govuk-body">This is a dry run. It lists how much is due and why, and removes nothing.</p>
      <Form
        action="/retention/runs/new"
        csrf={context.form.csrf}
        idempotencyKey={context.form.idempotencyKey}
      >
        <Radios
          {...context.form}
          name="organisation"
          label="Whose records"
          items={organisations.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <Button text="Make the list" />
      </Form>
    </Layout>
  ),
})
