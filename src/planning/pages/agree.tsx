import type { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import { dayValues, defineForm, formOf } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { InsetText, Typed } from '../../platform/ui/index.ts'
import { agreePlan } from '../actions/agreePlan.ts'
import { lockedFor } from '../actions/lockedFor.ts'
import { planWriters } from '../roles.ts'
import { faultOfAgreement, openGoals } from '../rules.ts'
import { readSignature, signatureShape } from '../signature.ts'
import { Goals } from './goal-lines.tsx'
import { type Changing, loadChanging, planInput, toPlan } from './plan-model.ts'
import { SignatureFields } from './signature-fields.tsx'

const body = formOf(signatureShape).transform((typed, context) => ({
  signature: readSignature(typed, context),
}))

/** Agreeing the plan with the person: what they say yes to stands above, and is kept word for word. */
export const agreePage = defineForm({
  path: '/people/:personId/plan/agree',
  may: planWriters,
  input: planInput,
  body: body satisfies z.ZodType,
  load: async (tx, { personId }, request) => {
    const found = await loadChanging(tx, personId, request)
    if (!found.ok) return found
    const fault = faultOfAgreement(found.value.plan)
    return fault === null ? ok({ ...found.value, today: request.today }) : refused('not_found', fault)
  },
  audit: { action: 'view_plan_agreement', people: ({ person }: Changing) => [person.id] },
  does: 'agree_plan',
  initial: ({ today }) => dayValues('signed_day', today),
  versioned: ({ person, plan }) => ({
    version: plan.version,
    what: `The recovery plan of ${personName(person)}`,
    labels: { signed_name: 'Name', how: 'How they agreed' },
  }),
  act: async (tx, { input: { personId }, body: { signature }, version, request }) => {
    const locked = await lockedFor(tx, personId, request.actor)
    if (!locked.ok) return locked
    const { person, by } = locked.value
    if (signature.how === 'paper' && Temporal.PlainDate.compare(signature.day, request.today) > 0)
      return refused('invalid', 'This day is still to come. Enter the day it was signed', 'signed_day')
    const agreed = await agreePlan(tx, { personId, by, version, signature })
    if (!agreed.ok) return agreed
    return ok({
      to: `/people/${personId}/plan`,
      said: `The plan is agreed with ${personName(person)}. It is kept as it stands; give them a copy.`,
      people: [personId],
      subject: agreed.value,
    })
  },
  show: ({ person, plan }, context) => (
    <PersonForm
      person={person}
      back={toPlan(person.id)}
      context={context}
      title={`Agree the plan with ${personName(person)}`}
      button="Agree the plan"
      version={plan.version}
    >
      <InsetText>
        <Typed text={plan.want} />
      </InsetText>
      <Goals heading="Goals" goals={openGoals(plan)} today={context.today} hrefOf={null} />
      <SignatureFields form={context.form} label="How do they agree?" />
    </PersonForm>
  ),
})
