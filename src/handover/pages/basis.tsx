import { z } from 'zod'
import { personName } from '../../people/index.ts'
import { choiceField, formOf, optionalTextField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { dateWords, Radios, TextInput } from '../../platform/ui/index.ts'
import { handsOver } from '../acting.ts'
import { prepareHandover } from '../actions/prepareHandover.ts'
import { type DraftBasis, draftBases } from '../model.ts'
import { agreedAtTriage } from '../queries/agreedAtTriage.ts'
import type { Draft } from '../queries/draftOf.ts'
import { senderView } from '../queries/senderView.ts'
import { faultOfBasis, faultOfPart } from '../rules.ts'
import { PersonForm } from './person-form.tsx'
import { stepAddress, stepCaption } from './steps.tsx'

/** The field in which each basis gives its reason. */
const reasonFields: Readonly<
  Partial<Record<DraftBasis, 'agreed_words' | 'direct_reason' | 'vital_reason' | 'public_reason'>>
> = {
  agreed_now: 'agreed_words',
  direct_care: 'direct_reason',
  vital_interests: 'vital_reason',
  public_task: 'public_reason',
}

const body = formOf({
  basis: choiceField(draftBases, 'Say on what basis it is shared'),
  agreed_words: optionalTextField(500),
  direct_reason: optionalTextField(500),
  vital_reason: optionalTextField(500),
  public_reason: optionalTextField(500),
})

const reasonOf = (given: z.infer<typeof body>): string | null => {
  const field = reasonFields[given.basis]
  return field === undefined ? null : given[field]
}

const startsWith = (draft: Draft, agreedOn: Temporal.PlainDate | null): Record<string, string> => {
  const basis = draft.basis ?? (agreedOn === null ? '' : 'agreed_at_triage')
  const field = draft.basis === null ? undefined : reasonFields[draft.basis]
  return { basis, ...(field === undefined ? {} : { [field]: draft.basisReason ?? '' }) }
}

/** Step 3: on what basis. With none, nothing is sent, and they are told how to come themselves. */
export const basisStep = defineForm({
  path: '/handovers/:handoverId/basis',
  may: handsOver,
  input: z.object({ handoverId: z.uuid() }),
  body,
  load: async (tx, { handoverId }, { actor }) => {
    const view = await senderView(tx, handoverId, actor)
    if (!view.ok) return view
    return ok({ ...view.value, agreedOn: await agreedAtTriage(tx, view.value.person.id) })
  },
  audit: { action: 'view_handover_basis', people: ({ person }) => [person.id] },
  does: 'prepare_handover_basis',
  initial: ({ draft, agreedOn }) => startsWith(draft, agreedOn),
  versioned: ({ person, draft }) => ({
    version: draft.version,
    what: `The hand-over of ${personName(person)}`,
    labels: { basis: 'On what basis' },
  }),
  act: async (tx, { input: { handoverId }, body: given, version, request }) => {
    const view = await senderView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const { by, person, draft } = view.value
    const reason = reasonOf(given)
    const agreed = (await agreedAtTriage(tx, person.id)) !== null
    const fault = given.basis === 'none' ? null : faultOfBasis(given.basis, reason, agreed)
    if (fault !== null) return refused('invalid', fault, reasonFields[given.basis] ?? 'basis')
    const wrong = (draft.parts ?? [])
      .map((part) => faultOfPart(part, given.basis, request.actor.role))
      .find((words) => words !== null)
    if (wrong !== undefined) return refused('invalid', wrong, 'basis')
    const prepared = { basis: given.basis, basisReason: reason }
    const done = await prepareHandover(tx, { handoverId, by, version, prepared })
    if (!done.ok) return done
    return ok({
      to: stepAddress(handoverId, 'check'),
      said:
        given.basis === 'none'
          ? 'No basis to share on: nothing is sent, and no name leaves.'
          : 'Basis kept. Nothing has been sent yet.',
      people: [person.id],
      subject: handoverId,
    })
  },
  show: ({ person, handover, draft, agreedOn }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`On what basis is it shared for ${personName(person)}?`}
      caption={stepCaption('basis')}
      button="Save and go on"
      version={draft.version}
      back={{ href: stepAddress(handover.id, 'what-goes'), text: 'Back to what goes with it' }}
    >
      <Radios
        {...context.form}
        name="basis"
        label="Choose one"
        items={[
          ...(agreedOn === null
            ? []
            : [
                {
                  value: 'agreed_at_triage',
                  text: 'They agreed at triage',
                  hint: `${dateWords(agreedOn, context.today)}. They can change their mind at any time`,
                },
              ]),
          {
            value: 'agreed_now',
            text: `They agree now${draft.toName === null ? '' : `, to ${draft.toName}`}`,
            hint: agreedOn === null ? 'They did not agree at triage, or were not asked' : undefined,
            conditional: (
              <TextInput
                {...context.form}
                name="agreed_words"
                label="What they agreed to, and how (if anything is to be kept out)"
              />
            ),
          },
          {
            value: 'direct_care',
            text: 'Direct care',
            hint: 'Between those who treat them',
            conditional: <TextInput {...context.form} name="direct_reason" label="Why, in a sentence" />,
          },
          {
            value: 'vital_interests',
            text: 'To protect a life',
            hint: 'They cannot be asked, and somebody may die',
            conditional: <TextInput {...context.form} name="vital_reason" label="Why, in a sentence" />,
          },
          {
            value: 'public_task',
            text: 'Public task',
            hint: 'A duty in law: supervision, an order of a court',
            conditional: (
              <TextInput {...context.form} name="public_reason" label="Which duty, in a sentence" />
            ),
          },
          { divider: 'or' },
          {
            value: 'none',
            text: 'There is no basis',
            hint: 'Nothing is sent and no name leaves. You tell them how to come themselves',
          },
        ]}
      />
    </PersonForm>
  ),
})
