import { z } from 'zod'
import { formAddress, returnTo, servicesOf } from '../../casework/index.ts'
import { type PersonHeader, personName } from '../../people/index.ts'
import type { ActorService } from '../../platform/auth/actor.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { defineForm, type FormContext, type Request, type Route } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { Button, dayWords, Form, Hidden, type Html, InsetText } from '../../platform/ui/index.ts'
import { recordInstrument } from '../actions/recordInstrument.ts'
import { happened } from '../forms/happened.ts'
import { type InstrumentTyped, readInstrument } from '../instrument-typed.ts'
import { type FillIn, fillInOf, formOfInstrument, timeAsked } from '../instruments/fill-in.ts'
import { instrumentAnswered } from '../instruments/index.ts'
import { questionsIn, questionsOf } from '../instruments/instrument.ts'
import { stageWords } from '../instruments/top.ts'
import type { Answers } from '../model.ts'
import { factToAmend, type RecordedFact } from '../queries/facts.ts'
import { servedPerson } from '../queries/servedPerson.ts'
import { type WhatCame, whatCame } from '../queries/whatCame.ts'
import { chosenIn } from '../questions.ts'
import { screenOfThisStay } from '../rules.ts'
import { AssessmentFrame, assessmentsPath } from './assessing.tsx'
import { valuesOf } from './form-values.ts'
import { Questions } from './questions.tsx'
import { assessmentReaders, assessors } from './writers.ts'

const input = z.object({
  personId: z.uuid(),
  instrument: z.string().max(40).optional(),
  stage: z.string().max(40).optional(),
  amends: z.uuid().optional(),
})
type Input = z.infer<typeof input>

interface Model {
  readonly person: PersonHeader
  readonly service: ActorService
  readonly filled: FillIn
  readonly amended: RecordedFact | null
  /** What the arrival screen of this stay answered already. */
  readonly known: { readonly answers: Answers; readonly day: Temporal.PlainDate } | null
  readonly takerName: string
}

const nothing = refused('not_found', 'There is no such instrument.')

const mayTake = ({ instrument }: FillIn, role: StaffRole): boolean =>
  instrument.takenBy === 'clinical' ? role === 'clinical' : assessors.includes(role)

const knownIn = ({ instrument }: FillIn, came: WhatCame): Model['known'] => {
  const screen = screenOfThisStay(came)
  if (screen === null) return null
  const answers = Object.fromEntries(
    questionsOf(instrument).flatMap(({ name }) => {
      const [given] = chosenIn(screen.answers, name)
      return given === undefined ? [] : [[name, given] as const]
    }),
  )
  return Object.keys(answers).length === 0 ? null : { answers, day: screen.day }
}

const amendedOf = async (
  tx: ReadTx,
  { personId, amends }: Input,
  { filled, actor }: { readonly filled: FillIn; readonly actor: Request['actor'] },
): Promise<Result<RecordedFact | null>> =>
  amends === undefined
    ? ok(null)
    : factToAmend(tx, personId, {
        kind: formOfInstrument(filled).kind,
        factId: amends,
        serviceIds: servicesOf(actor),
      })

const load = async (tx: ReadTx, given: Input, { actor }: Request): Promise<Result<Model>> => {
  const served = await servedPerson(tx, given.personId, actor)
  if (!served.ok) return served
  const named = fillInOf({
    ...(given.instrument === undefined ? {} : { instrument: given.instrument }),
    ...(given.stage === undefined ? {} : { stage: given.stage }),
  })
  if (named === undefined || !mayTake(named, actor.role)) return nothing
  const amended = await amendedOf(tx, given, { filled: named, actor })
  if (!amended.ok) return amended
  const asked = amended.value === null ? undefined : instrumentAnswered(amended.value.answers)
  const filled = { ...named, instrument: asked ?? named.instrument }
  const known = filled.instrument.id.startsWith('audit')
    ? knownIn(filled, await whatCame(tx, given.personId))
    : null
  return ok({ ...served.value, filled, amended: amended.value, known, takerName: actor.name })
}

const initialOf = ({ amended, known, takerName }: Model): Answers =>
  amended?.answers ?? { taken_by: takerName, ...known?.answers }

const Asking = ({ model, context }: { readonly model: Model; readonly context: FormContext }): Html => {
  const { instrument, stage } = model.filled
  const { form } = context
  const first = questionsOf({ ...instrument, parts: [] })
  return (
    <Form action={formAddress(context)} csrf={form.csrf} idempotencyKey={form.idempotencyKey}>
      <Hidden name="instrument" value={instrument.id} />
      <Hidden name="version" value={String(instrument.version)} />
      {stage !== null && <Hidden name="stage" value={stage} />}
      <Questions questions={first} form={form} />
      {instrument.parts.map((part) => (
        <section>
          {part.title !== null && <h2 class="govuk-heading-m">{part.title}</h2>}
          <Questions questions={questionsIn(part)} form={form} />
        </section>
      ))}
      <Questions questions={[happened]} form={form} />
      <Button text="Record" />
      <p class="govuk-body-s">{instrument.licence}</p>
    </Form>
  )
}

const Above = ({ model, context }: { readonly model: Model; readonly context: FormContext }): Html => {
  const { filled, service, known, amended } = model
  const time = timeAsked(filled, service.setting)
  return (
    <>
      <p class="govuk-body">
        About <strong>{amended === null ? time : (chosenIn(amended.answers, 'window')[0] ?? time)}</strong>. A
        question may be left where they would rather not say.
      </p>
      {known !== null && amended === null && (
        <InsetText>
          Known from the arrival screen, {dayWords(known.day, context.today)}: its answers are filled in.
          Still right?
        </InsetText>
      )}
    </>
  )
}

const titleOf = ({ instrument, stage }: FillIn): string =>
  stage === null ? instrument.name : `TOP: ${stageWords[stage].toLowerCase()}`

const instrumentForm = (path: string, may: readonly StaffRole[]): Route =>
  defineForm<Input, Model, InstrumentTyped>({
    path,
    may,
    audit: { action: 'instrument.form', people: ({ person }) => [person.id] },
    does: 'instrument.record',
    input,
    body: readInstrument,
    initial: (model) => valuesOf(questionsOf(model.filled.instrument), initialOf(model)),
    load,
    act: (tx, { input: { personId, amends, instrument, stage }, body, request }) => {
      const { filled, answers } = body
      const named = stage === undefined ? filled.instrument.id === instrument : filled.stage === stage
      if (!named || !mayTake(filled, request.actor.role)) return Promise.resolve(nothing)
      return recordInstrument(tx, {
        personId,
        actor: request.actor,
        filled,
        typed: answers,
        amends: amends ?? null,
        to: returnTo(request, assessmentsPath(personId)),
      })
    },
    show: (model, context) => (
      <AssessmentFrame
        person={model.person}
        context={context}
        title={titleOf(model.filled)}
        caption={
          model.amended === null
            ? `${model.filled.instrument.about}: ${personName(model.person)}`
            : 'Putting a record right'
        }
        back={{ href: assessmentsPath(model.person.id), text: 'Back to assessments and risk' }}
      >
        <Above model={model} context={context} />
        <Asking model={model} context={context} />
      </AssessmentFrame>
    ),
  })

/** One instrument, answered or its score entered. */
export const instrumentPage = instrumentForm(
  '/people/:personId/assessments/new/:instrument',
  assessmentReaders,
)

/** A TOP of one stage: start, review, exit or after treatment. */
export const topPage = instrumentForm('/people/:personId/assessments/top/:stage', assessors)
