import { newestFact, wantsInWords } from '../../assessment/index.ts'
import { PersonForm, type PersonHeader, personHeader, personName, servingFor } from '../../people/index.ts'
import { choiceField, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { InsetText, Radios, Textarea } from '../../platform/ui/index.ts'
import { lockedFor } from '../actions/lockedFor.ts'
import { saveWant } from '../actions/saveWant.ts'
import type { Plan } from '../model.ts'
import { planOf } from '../queries/planOf.ts'
import { planWriters } from '../roles.ts'
import { openGoals } from '../rules.ts'
import { planInput, toPlan } from './plan-model.ts'

const body = formOf({
  want: textField('Write what they want, in their words', 4000),
  language: choiceField(['en', 'cy'], 'Choose a language for their copy'),
})

const labels = { want: 'What do they want?', language: 'Labels on their own copy' }

interface Model {
  readonly person: PersonHeader
  readonly plan: Plan | null
  /** What they said in the assessment, where no plan says it yet. */
  readonly said: string | null
  /** A plan of our own is begun from another service's. */
  readonly anew: boolean
}

/** What somebody wants, in their words: begins the plan, or changes the words of the one there is. */
export const wantPage = defineForm({
  path: '/people/:personId/plan/want',
  may: planWriters,
  input: planInput,
  body,
  load: async (tx, { personId }, { actor }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const serving = await servingFor(tx, actor, person.value)
    if (!serving.ok) return serving
    const plan = await planOf(tx, personId)
    const assessed = plan === null ? await newestFact(tx, personId, 'assessment_completed') : null
    return ok({
      person: person.value,
      plan,
      said: assessed === null ? null : wantsInWords(assessed.answers),
      anew: plan !== null && !plan.mayChange,
    })
  },
  audit: { action: 'view_plan_want', people: ({ person }: Model) => [person.id] },
  does: 'save_plan_want',
  initial: ({ plan, said }) => ({ want: plan?.want ?? said ?? '', language: plan?.language ?? 'en' }),
  versioned: ({ person, plan }) => ({
    version: plan?.version ?? 0,
    what: `The recovery plan of ${personName(person)}`,
    labels,
  }),
  act: async (tx, { input: { personId }, body: typed, version, request }) => {
    const locked = await lockedFor(tx, personId, request.actor)
    if (!locked.ok) return locked
    const { person, by } = locked.value
    const plan = await planOf(tx, personId)
    const anew = plan !== null && !plan.mayChange
    const saved = await saveWant(tx, { personId, by, ...typed, anew, version })
    if (!saved.ok) return saved
    return ok({
      to: plan === null ? `/people/${personId}/plan/goals/new` : `/people/${personId}/plan`,
      said: `What ${personName(person)} wants is kept in their words. The plan is to be agreed with them.`,
      people: [personId],
      subject: saved.value,
    })
  },
  show: ({ person, plan, anew }, context) => (
    <PersonForm
      person={person}
      back={toPlan(person.id)}
      context={context}
      title={`What ${personName(person)} wants`}
      button={plan === null ? 'Save and add a goal' : 'Save'}
      version={plan?.version ?? 0}
    >
      {anew && plan !== null && (
        <InsetText>
          Your own plan goes on with the {openGoals(plan).length} open goals of {plan.service}. Theirs stays
          as it is.
        </InsetText>
      )}
      <Textarea
        {...context.form}
        name="want"
        label={labels.want}
        labelSize="s"
        hint="In their words, as they say it."
        rows={5}
      />
      <Radios
        {...context.form}
        name="language"
        label={labels.language}
        inline
        small
        items={[
          { value: 'en', text: 'English' },
          { value: 'cy', text: 'Welsh' },
        ]}
      />
    </PersonForm>
  ),
})
