import { z } from 'zod'
import { formAddress, returnTo, servicesOf } from '../../casework/index.ts'
import { PersonFrame, type PersonHeader, personHeader, personName, servingFor } from '../../people/index.ts'
import type { Actor, ActorService } from '../../platform/auth/actor.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { ReadTx, WriteTx } from '../../platform/database/transaction.ts'
import { defineForm, type FormContext, type Request, type Route } from '../../platform/http/index.ts'
import { ok, type Result } from '../../platform/result.ts'
import { Button, Form, type Html, PageHeading } from '../../platform/ui/index.ts'
import { type Recorded, type Recording, recordForm } from '../actions/recordForm.ts'
import { answersTo } from '../answers.ts'
import { happened } from '../forms/happened.ts'
import type { Answers, FactForm, Question } from '../model.ts'
import { factToAmend, type RecordedFact } from '../queries/facts.ts'
import { valuesOf } from './form-values.ts'
import { Questions } from './questions.tsx'

const input = z.object({ personId: z.uuid(), amends: z.uuid().optional() })

/** In which role somebody fills a form in, and where their service works. */
export interface Acting extends Pick<Actor, 'role'>, Pick<ActorService, 'setting'> {}

/** What the page of a short form is made from. */
export interface FactModel<Known> {
  readonly person: PersonHeader
  /** The record that is put right, or null for a new one. */
  readonly amended: RecordedFact | null
  readonly known: Known
}

export interface FactFormPage<Known> {
  /** Below the person's address: `triage`. */
  readonly path: string
  readonly may: readonly StaffRole[]
  readonly form: FactForm
  /** What the page is for: "Triage for Lee Whitaker". */
  readonly heading: (name: string) => string
  readonly button: string
  /** Where it leads when it is done, unless it was begun from a list; else the person's overview. */
  readonly leadsTo?: (personId: string) => string
  /** What is known already, to lay out and to start from. */
  readonly know: (tx: ReadTx, person: PersonHeader, by: Acting) => Promise<Known>
  /** What a new one starts with; one that is put right starts with what it said, over this. */
  readonly startsWith?: (model: FactModel<Known>) => Answers
  /** Which of the form's questions are asked of this person; without it, all. */
  readonly asked?: (model: FactModel<Known>) => readonly Question[]
  readonly above?: (model: FactModel<Known>, context: FormContext) => Html | null
  /** False: it is always about this very moment. */
  readonly dated?: boolean
  /** True: what the page asks is said before anything else is done. */
  readonly noWayBack?: boolean
  readonly below?: (model: FactModel<Known>, context: FormContext) => Html | null
  /** Checks that need the day, then what the standards read and whatever else is recorded with it. */
  readonly record: (tx: WriteTx, recording: Recording) => Promise<Result<Recorded>>
}

const load = async <Known,>(
  page: FactFormPage<Known>,
  tx: ReadTx,
  { personId, amends }: z.infer<typeof input>,
  { actor }: Request,
): Promise<Result<FactModel<Known>>> => {
  const person = await personHeader(tx, personId)
  if (!person.ok) return person
  const serving = await servingFor(tx, actor, person.value)
  if (!serving.ok) return serving
  const amended =
    amends === undefined
      ? ok(null)
      : await factToAmend(tx, personId, {
          kind: page.form.kind,
          factId: amends,
          serviceIds: servicesOf(actor),
        })
  if (!amended.ok) return amended
  const { setting } = serving.value
  const known = await page.know(tx, person.value, { role: actor.role, setting })
  return ok({ person: person.value, amended: amended.value, known })
}

const Asking = <Known,>({
  page,
  model,
  context,
}: {
  readonly page: FactFormPage<Known>
  readonly model: FactModel<Known>
  readonly context: FormContext
}): Html => {
  const { form } = context
  return (
    <Form action={formAddress(context)} csrf={form.csrf} idempotencyKey={form.idempotencyKey}>
      <Questions questions={page.asked?.(model) ?? page.form.questions} form={form} />
      {page.below?.(model, context)}
      {page.dated !== false && <Questions questions={[happened]} form={form} />}
      <Button text={page.button} />
      {page.form.credit !== undefined && <p class="govuk-body-s">{page.form.credit}</p>}
    </Form>
  )
}

const show = <Known,>(page: FactFormPage<Known>, model: FactModel<Known>, context: FormContext): Html => {
  const { person, amended } = model
  const title = page.heading(personName(person))
  return (
    <PersonFrame
      shell={context.shell}
      person={person}
      title={title}
      errors={context.form.errors}
      {...(page.noWayBack === true ? {} : { back: { href: returnTo(context, `/people/${person.id}`) } })}
    >
      <PageHeading title={title} {...(amended === null ? {} : { caption: 'Putting a record right' })} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {page.above?.(model, context)}
          <Asking page={page} model={model} context={context} />
        </div>
      </div>
    </PersonFrame>
  )
}

/** The page of one short form about a person: shown, prefilled, recorded once as a fact, or put right by a later one. */
export const factForm = <Known,>(page: FactFormPage<Known>): Route =>
  defineForm<z.infer<typeof input>, FactModel<Known>, Answers>({
    path: `/people/:personId/${page.path}`,
    may: page.may,
    audit: { action: `${page.form.kind}.form`, people: ({ person }) => [person.id] },
    does: `${page.form.kind}.record`,
    input,
    body: answersTo([...page.form.questions, ...(page.dated === false ? [] : [happened])]),
    initial: (model) =>
      valuesOf(page.form.questions, { ...page.startsWith?.(model), ...model.amended?.answers }),
    load: (tx, given, request) => load(page, tx, given, request),
    act: (tx, { input: { personId, amends }, body, request }) =>
      recordForm(tx, {
        form: page.form,
        personId,
        actor: request.actor,
        typed: body,
        amends: amends ?? null,
        to: returnTo(request, page.leadsTo?.(personId) ?? `/people/${personId}`),
        record: page.record,
      }),
    show: (model, context) => show(page, model, context),
  })
