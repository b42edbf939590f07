import { z } from 'zod'
import { defineForm, type FormContext, formOf } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Button, Checkbox, Form, fullDate, type Html, Layout, PageHeading } from '../../platform/ui/index.ts'
import { abandonRun, approveRun } from '../actions/approveRun.ts'
import { keepers } from '../model.ts'
import { type DisposalRun, disposalRun } from '../queries/disposalRun.ts'

const input = z.object({ runId: z.uuid() })

interface DecisionProps {
  readonly run: DisposalRun
  readonly context: FormContext
  readonly title: string
  readonly words: string
  readonly button: string
  readonly confirm?: string
}

const Decision = ({ run, context, title, words, button, confirm }: DecisionProps): Html => (
  <Layout
    shell={context.shell}
    title={title}
    errors={context.form.errors}
    back={{ href: `/retention/runs/${run.id}`, text: 'Back to the list' }}
  >
    <PageHeading title={title} caption={`${run.organisation}, ${fullDate(run.as_of)}, ${run.lines} lines`} />
    <p class="govuk-body">{words}</p>
    <Form action={context.url.pathname} csrf={context.form.csrf} idempotencyKey={context.form.idempotencyKey}>
      {confirm !== undefined && <Checkbox {...context.form} name="checked" label={confirm} />}
      <Button text={button} kind="warning" />
    </Form>
  </Layout>
)

/** A second person lets a list be carried out; whoever made it may not. */
export const approveRunPage = defineForm({
  path: '/retention/runs/:runId/approve',
  may: keepers,
  input,
  body: formOf({
    checked: z.preprocess(
      (value) => value === 'yes',
      z.literal(true, { error: 'Say that you have gone through the list' }),
    ),
  }),
  load: (tx, { runId }) => disposalRun(tx, runId),
  audit: { action: 'view_approve_disposal', people: () => [], subject: ({ id }) => id },
  does: 'approve_disposal',
  act: async (tx, { input: { runId } }) => {
    const run = await disposalRun(tx, runId)
    if (!run.ok) return run
    const approved = await approveRun(tx, run.value)
    if (!approved.ok) return approved
    return ok({
      to: `/retention/runs/${runId}`,
      said: 'Approved. It is being carried out; whoever is held or was recorded about since is left alone.',
      people: [],
      subject: runId,
    })
  },
  show: (run, context) => (
    <Decision
      run={run}
      context={context}
      title="Approve what is to go"
      words="The words go for good and cannot be brought back. The rows, their days and all counts stay."
      confirm="I have gone through the list, and it may go"
      button="Let it go"
    />
  ),
})

/** A list that is not to be carried out. */
export const abandonRunPage = defineForm({
  path: '/retention/runs/:runId/abandon',
  may: keepers,
  input,
  body: formOf({}),
  load: (tx, { runId }) => disposalRun(tx, runId),
  audit: { action: 'view_abandon_disposal', people: () => [], subject: ({ id }) => id },
  does: 'abandon_disposal',
  act: async (tx, { input: { runId } }) => {
    const run = await disposalRun(tx, runId)
    if (!run.ok) return run
    const done = await abandonRun(tx, run.value)
    if (!done.ok) return done
    return ok({
      to: `/retention/runs/${runId}`,
      said: 'Put aside. Nothing went.',
      people: [],
      subject: runId,
    })
  },
  show: (run, context) => (
    <Decision
      run={run}
      context={context}
      title="Put this list aside"
      words="Nothing of it goes. What is still due is in the next list again."
      button="Put it aside"
    />
  ),
})
