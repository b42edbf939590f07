import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import { defineForm, type FormContext } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import {
  Checkboxes,
  capitalised,
  DateInput,
  dateWords,
  type Html,
  InsetText,
  Radios,
  TextInput,
} from '../../platform/ui/index.ts'
import { explainedWords, explanations, hows, howWords } from '../../sharing/index.ts'
import { handsOver } from '../acting.ts'
import { prepareHandover } from '../actions/prepareHandover.ts'
import { senderView } from '../queries/senderView.ts'
import { registeredWords } from '../registered.ts'
import { faultOfPart } from '../rules.ts'
import { basisBody, type KnownBasis, knownBasis, settledBasis, startsWith } from './basis-answers.ts'
import { stepAddress, stepCaption } from './steps.tsx'

interface FormProps {
  readonly context: FormContext
}

const howItems = hows.map((value) => ({ value, text: capitalised(howWords[value]) }))

const AgreedNow = ({ context }: FormProps): Html => (
  <>
    <Radios {...context.form} name="agreed_how" label="How did they say it?" small items={howItems} />
    <Checkboxes
      {...context.form}
      name="agreed_explained"
      label="How was it explained?"
      items={explanations.map((value) => ({ value, text: capitalised(explainedWords[value]) }))}
    />
    <DateInput
      {...context.form}
      name="agreed_until"
      label="Until when?"
      hint="Leave empty where it holds until they change their mind"
    />
    <TextInput {...context.form} name="agreed_words" label="What they said about it, if anything" />
  </>
)

const known = ({ registered, agreedOn, against }: KnownBasis, today: Temporal.PlainDate) => [
  ...(registered === undefined
    ? []
    : [
        {
          value: 'registered',
          text: registeredWords(registered),
          hint: 'Recorded already, so nobody is asked twice. They can change their mind at any time',
        },
      ]),
  ...(agreedOn === null || against !== null || registered?.basis === 'consent'
    ? []
    : [
        {
          value: 'agreed_at_triage',
          text: 'They agreed at triage',
          hint: `${dateWords(agreedOn, today)}. They can change their mind at any time`,
        },
      ]),
]

const bases = ({ context }: FormProps, toName: string | null, agreedOn: KnownBasis['agreedOn']) => [
  {
    value: 'agreed_now',
    text: `They agree now${toName === null ? '' : `, to ${toName}`}`,
    hint: agreedOn === null ? 'They did not agree at triage, or were not asked' : undefined,
    conditional: <AgreedNow context={context} />,
  },
  {
    value: 'direct_care',
    text: 'Direct care',
    hint: 'Between those who treat them. Of clinical records it carries medicines, and no notes',
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
    conditional: <TextInput {...context.form} name="public_reason" label="Which duty, in a sentence" />,
  },
  { divider: 'or' },
  {
    value: 'none',
    text: 'There is no basis',
    hint: 'Nothing is sent and no name leaves. You tell them how to come themselves',
  },
  {
    value: 'refused',
    text: 'They were asked, and said no',
    hint: 'That is kept for this service, and nothing is sent',
    conditional: (
      <Radios {...context.form} name="refused_how" label="How did they say no?" small items={howItems} />
    ),
  },
]

/** Step 3: on what basis. With none, nothing is sent, and they are told how to come themselves. */
export const basisStep = defineForm({
  path: '/handovers/:handoverId/basis',
  may: handsOver,
  input: z.object({ handoverId: z.uuid() }),
  body: basisBody,
  load: async (tx, { handoverId }, { actor }) => {
    const view = await senderView(tx, handoverId, actor)
    if (!view.ok) return view
    return ok({ ...view.value, known: await knownBasis(tx, view.value) })
  },
  audit: { action: 'view_handover_basis', people: ({ person }) => [person.id] },
  does: 'prepare_handover_basis',
  initial: ({ draft, known: found }) => startsWith(draft, found),
  versioned: ({ person, draft }) => ({
    version: draft.version,
    what: `The hand-over of ${personName(person)}`,
    labels: { basis: 'On what basis' },
  }),
  act: async (tx, { input: { handoverId }, body, version, request }) => {
    const view = await senderView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const { by, person, draft } = view.value
    const settled = await settledBasis(tx, view.value, body)
    if (!settled.ok) return settled
    const wrong = (draft.parts ?? [])
      .map((part) => faultOfPart(part, settled.value.basis, request.actor.role))
      .find((words) => words !== null)
    if (wrong !== undefined) return refused('invalid', wrong, 'basis')
    const done = await prepareHandover(tx, { handoverId, by, version, prepared: settled.value })
    if (!done.ok) return done
    return ok({
      to: stepAddress(handoverId, 'check'),
      said:
        settled.value.basis === 'none'
          ? 'No basis to share on: nothing is sent, and no name leaves.'
          : 'Basis kept. Nothing has been sent yet.',
      people: [person.id],
      subject: handoverId,
    })
  },
  show: ({ person, handover, draft, known: found }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`On what basis is it shared for ${personName(person)}?`}
      caption={stepCaption('basis')}
      button="Save and go on"
      version={draft.version}
      back={{ href: stepAddress(handover.id, 'what-goes'), text: 'Back to what goes with it' }}
    >
      {found.against !== null && <InsetText>{found.against}.</InsetText>}
      <Radios
        {...context.form}
        name="basis"
        label="Choose one"
        items={[...known(found, context.today), ...bases({ context }, draft.toName, found.agreedOn)]}
      />
    </PersonForm>
  ),
})
