import { z } from 'zod'
import { rolesOfTeams } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { choiceField, defineForm, formOf, optionalTextField } from '../../platform/http/index.ts'
import { ok, type Result } from '../../platform/result.ts'
import { fullDate, InsetText, Radios, Textarea, Typed } from '../../platform/ui/index.ts'
import { decidePassage } from '../actions/decidePassage.ts'
import { type AccessRequest, accessRequest, type Passage, passageOf } from '../queries/accessRequest.ts'
import { RequestFrame, RequestQuestions } from './request-form.tsx'

const input = z.object({ accessId: z.uuid(), passageId: z.uuid() })

interface Model {
  readonly request: AccessRequest
  readonly passage: Passage
}

const load = async (tx: Pick<ReadTx, 'db'>, given: z.infer<typeof input>): Promise<Result<Model>> => {
  const request = await accessRequest(tx, given.accessId)
  if (!request.ok) return request
  const passage = await passageOf(tx, given.accessId, given.passageId)
  return passage.ok ? ok({ request: request.value, passage: passage.value }) : passage
}

/** One marked passage: it is kept, or withheld with a reason that the person reads. */
export const passagePage = defineForm({
  path: '/access-requests/:accessId/passages/:passageId',
  may: rolesOfTeams,
  input,
  body: formOf({
    decision: choiceField(['kept', 'withheld'], 'Say whether it is kept or withheld'),
    reason: optionalTextField(500),
  }),
  load,
  audit: {
    action: 'view_access_passage',
    people: ({ passage }: Model) => [passage.person_id],
    subject: ({ passage }: Model) => passage.id,
  },
  does: 'decide_access_passage',
  initial: ({ passage }) => ({ decision: passage.decision ?? '', reason: passage.reason ?? '' }),
  act: async (tx, { input: given, body: { decision, reason } }) => {
    const found = await load(tx, given)
    if (!found.ok) return found
    const decided = await decidePassage(tx, found.value.passage, decision, reason)
    if (!decided.ok) return decided
    const after = await accessRequest(tx, given.accessId)
    if (!after.ok) return after
    const { next_passage: next, undecided } = after.value
    const page = `/access-requests/${given.accessId}`
    return ok({
      to: next === null ? page : `${page}/passages/${next}`,
      said: next === null ? 'All that you may read is gone through.' : `Recorded. ${undecided} still wait.`,
      people: [found.value.passage.person_id],
      subject: given.passageId,
    })
  },
  show: ({ request, passage }, context) => (
    <RequestFrame
      requestId={request.id}
      context={context}
      title="Marked passage"
      heading={passage.heading}
      caption={`${request.undecided} of ${request.passages} wait for a decision`}
    >
      <p class="govuk-body">
        <strong class="govuk-!-font-weight-bold">{passage.why}</strong>
      </p>
      <p class="govuk-hint">
        {passage.label}
        {passage.day !== null && `, ${fullDate(passage.day)}`}
      </p>
      <InsetText>
        <Typed text={passage.words} />
      </InsetText>
      <RequestQuestions context={context} button="Save and go to the next">
        <Radios
          {...context.form}
          name="decision"
          label="May the person read this?"
          items={[
            { value: 'kept', text: 'Yes, keep it in the answer' },
            { value: 'withheld', text: 'No, withhold it' },
          ]}
        />
        <Textarea
          {...context.form}
          name="reason"
          label="If it is withheld, why?"
          hint="The person reads this in its place. Do not say whose words they are"
          rows={2}
        />
      </RequestQuestions>
    </RequestFrame>
  ),
})
