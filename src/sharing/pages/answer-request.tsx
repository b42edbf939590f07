import { z } from 'zod'
import { PersonForm, personHeader, personName, servingFor } from '../../people/index.ts'
import {
  choiceField,
  choicesField,
  defineForm,
  type FormContext,
  formOf,
  optionalChoiceField,
  optionalDayField,
  optionalTextField,
} from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import {
  Checkboxes,
  capitalised,
  type Html,
  InsetText,
  momentWords,
  Radios,
  SummaryList,
  Textarea,
  TextInput,
} from '../../platform/ui/index.ts'
import { answerRequest, type RequestAnswer } from '../actions/answerRequest.ts'
import {
  basisWords,
  explainedWords,
  explanations,
  hows,
  howWords,
  keepsRegister,
  otherBases,
  parts,
} from '../model.ts'
import { requestOf } from '../queries/requestOf.ts'
import { faultOfClinical } from '../rules.ts'
import { PartFields } from './part-fields.tsx'

const bases = ['consent', ...otherBases] as const

const body = formOf({
  answer: choiceField(['involved', 'declined'], 'Say whether you involve them'),
  basis: optionalChoiceField(bases),
  how: optionalChoiceField(hows),
  explained: choicesField(explanations),
  reason: optionalTextField(500),
  parts: choicesField(parts),
  until: optionalDayField(),
  words: optionalTextField(500),
})

const answerIn = (
  given: z.infer<typeof body>,
  role: Parameters<typeof faultOfClinical>[1],
): Result<RequestAnswer> => {
  if (given.answer === 'declined')
    return given.words === null
      ? refused('invalid', 'Say why, in a sentence that they may read', 'words')
      : ok({ answer: 'declined', words: given.words })
  const { basis, how, explained, reason, parts: chosen, until } = given
  if (basis === null) return refused('invalid', 'Choose the basis', 'basis')
  const wrong = chosen.includes('clinical') ? faultOfClinical(basis, role) : null
  if (wrong !== null) return refused('invalid', wrong, 'parts')
  if (basis === 'consent' && how === null) return refused('invalid', 'Say how they said it', 'how')
  if (basis !== 'consent' && reason === null)
    return refused('invalid', 'Give the reason, in a sentence', 'reason')
  const said = basis === 'consent' ? { how, explained } : { how: null, explained: [] }
  return ok({ answer: 'involved', basis, ...said, words: reason, parts: chosen, until })
}

const Involve = ({ context }: { readonly context: FormContext }): Html => (
  <>
    <Radios
      {...context.form}
      name="basis"
      label="On what basis?"
      small
      items={bases.map((value) => ({ value, text: basisWords[value] }))}
    />
    <Radios
      {...context.form}
      name="how"
      label="If they agreed: how did they say it?"
      small
      items={hows.map((value) => ({ value, text: capitalised(howWords[value]) }))}
    />
    <Checkboxes
      {...context.form}
      name="explained"
      label="How was it explained?"
      small
      items={explanations.map((value) => ({ value, text: capitalised(explainedWords[value]) }))}
    />
    <TextInput
      {...context.form}
      name="reason"
      label="The reason, where it is not consent; else what they said"
    />
    <PartFields context={context} />
  </>
)

/** Another service asks to be involved: whoever holds the record involves it on a recorded basis, or says why not. */
export const answerRequestPage = defineForm({
  path: '/connect/:requestId',
  may: keepsRegister,
  input: z.object({ requestId: z.uuid() }),
  body,
  load: async (tx, { requestId }) => {
    const request = await requestOf(tx, requestId)
    if (!request.ok) return request
    const person = await personHeader(tx, request.value.personId)
    return person.ok ? ok({ request: request.value, person: person.value }) : person
  },
  audit: { action: 'view_connect_request', people: ({ person }) => [person.id] },
  does: 'answer_connect_request',
  act: async (tx, { input: { requestId }, body: given, request: { actor } }) => {
    const asked = await requestOf(tx, requestId)
    if (!asked.ok) return asked
    const person = await personHeader(tx, asked.value.personId)
    if (!person.ok) return person
    const serving = await servingFor(tx, actor, person.value)
    if (!serving.ok) return serving
    const answer = answerIn(given, actor.role)
    if (!answer.ok) return answer
    const by = { serviceId: serving.value.id, staffId: actor.staffId }
    const done = await answerRequest(tx, { requestId, by, answer: answer.value })
    if (!done.ok) return done
    return ok({
      to: `/people/${person.value.id}/sharing`,
      said:
        given.answer === 'involved'
          ? `${done.value.fromName} is involved from now on, and told so.`
          : `${done.value.fromName} is told why not. They see nothing of the record.`,
      people: [person.value.id],
      subject: requestId,
    })
  },
  show: ({ request, person }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`${request.fromName} asks to be involved with ${personName(person)}`}
      button="Answer them"
    >
      <SummaryList
        rows={[
          { key: 'Who asks', value: `${request.askedBy}, ${momentWords(request.recordedAt, context.today)}` },
          { key: 'Why', value: request.words },
          { key: 'Ring them', value: request.fromPhone ?? 'No number known' },
        ]}
      />
      {request.answer !== null && <InsetText>This has been answered already.</InsetText>}
      <p class="govuk-body">
        If they are to take over after release,{' '}
        <a class="govuk-link" href={`/people/${person.id}/handover/new`}>
          send them a hand-over
        </a>{' '}
        instead: it asks for an answer and a first appointment.
      </p>
      <Radios
        {...context.form}
        name="answer"
        label="Do you involve them?"
        items={[
          {
            value: 'involved',
            text: 'Yes, on a recorded basis',
            hint: 'They see who it is, how to reach them, safety flags, and the parts that you name',
            conditional: <Involve context={context} />,
          },
          {
            value: 'declined',
            text: 'No',
            conditional: (
              <Textarea
                {...context.form}
                name="words"
                label="Why not"
                hint="They read this. Say nothing of the record"
                rows={3}
              />
            ),
          },
        ]}
      />
    </PersonForm>
  ),
})
