import { z } from 'zod'
import { formAddress, servicesOf } from '../../casework/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { defineForm, type FormContext, type Request } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { Button, Form, Hidden, type Html, Radios, SummaryList } from '../../platform/ui/index.ts'
import { amendAssessment } from '../actions/amendAssessment.ts'
import { saveSection } from '../actions/saveSection.ts'
import { type Known, knownOf, leftToAsk, startOf, unconditional, wholeOf } from '../comprehensive-view.ts'
import { rowsOf } from '../describe-fact.ts'
import { comprehensive, type Section, sectionById } from '../forms/comprehensive/index.ts'
import type { Answers, Question } from '../model.ts'
import { factToAmend, type RecordedFact } from '../queries/facts.ts'
import { askedIn, everyQuestion, optionsOf } from '../questions.ts'
import { readSection, type SectionTyped } from '../section-typed.ts'
import { type Assessing, AssessmentFrame, comprehensivePath, knownFrom, loadAssessing } from './assessing.tsx'
import { valuesOf } from './form-values.ts'
import { Questions } from './questions.tsx'
import { assessors } from './writers.ts'

const input = z.object({
  personId: z.uuid(),
  section: z.string().max(40),
  change: z.literal('yes').optional().catch(undefined),
  amends: z.uuid().optional(),
})
type Input = z.infer<typeof input>

interface Model extends Assessing {
  readonly section: Section
  /** Shown to be confirmed; null where everything is asked. */
  readonly known: Known | null
  readonly questions: readonly Question[]
  readonly startsWith: Answers
}

const modelOf = (assessing: Assessing, section: Section, change: boolean): Model => {
  const { of } = assessing
  const saved = of.saved.get(section.id)?.answers
  const known = change || saved !== undefined ? null : knownOf(section, of)
  const told = knownOf(section, of)?.answers
  return {
    ...assessing,
    section,
    known,
    questions: leftToAsk(section, known, wholeOf(of.saved)),
    startsWith: { ...startOf(section, of), ...told, ...saved },
  }
}

/** A part of a completed assessment: everything is asked, starting from what it says. */
const amendedModel = (assessing: Assessing, section: Section, fact: RecordedFact): Model => ({
  ...assessing,
  section,
  known: null,
  questions: leftToAsk(section, null, fact.answers),
  startsWith: fact.answers,
})

const loadAmended = async (
  tx: ReadTx,
  assessing: Assessing,
  { section, factId, actor }: { readonly section: Section; readonly factId: string } & Pick<Request, 'actor'>,
): Promise<Result<Model>> => {
  const fact = await factToAmend(tx, assessing.person.id, {
    kind: comprehensive.kind,
    factId,
    serviceIds: servicesOf(actor),
  })
  return fact.ok ? ok(amendedModel(assessing, section, fact.value)) : fact
}

const load = async (tx: ReadTx, given: Input, request: Request): Promise<Result<Model>> => {
  const { section, change, amends } = given
  const assessing = await loadAssessing(tx, given.personId, request)
  if (!assessing.ok) return assessing
  const found = sectionById(section)
  if (found === undefined) return refused('not_found', 'An assessment has no such part.')
  if (amends !== undefined)
    return loadAmended(tx, assessing.value, { section: found, factId: amends, actor: request.actor })
  return ok(modelOf(assessing.value, found, change === 'yes'))
}

/** What is known already, and the one question about it. */
const Confirm = ({
  known,
  section,
  context,
}: {
  known: Known
  section: Section
  context: FormContext
}): Html => (
  <section aria-labelledby="known">
    <h2 class="govuk-heading-m" id="known">
      {knownFrom(known, context.today)}
    </h2>
    <SummaryList
      rows={rowsOf(askedIn(section.questions.map(unconditional), known.answers), known.answers).map(
        ({ question, answer }) => ({ key: question, value: answer }),
      )}
    />
    <Radios
      {...context.form}
      name="still_right"
      label="Still right?"
      inline
      small
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No, something has changed' },
      ]}
    />
  </section>
)

const Asking = ({ model, context }: { readonly model: Model; readonly context: FormContext }): Html => {
  const { section, known, questions, of } = model
  const { form } = context
  return (
    <Form
      action={formAddress(context)}
      csrf={form.csrf}
      idempotencyKey={form.idempotencyKey}
      version={of.saved.get(section.id)?.version ?? 0}
    >
      <Hidden name="section" value={section.id} />
      <Hidden name="asked" value={questions.map(({ name }) => name).join(' ')} />
      {known !== null && <Hidden name="known" value="yes" />}
      {known !== null && <Confirm known={known} section={section} context={context} />}
      <Questions questions={questions} form={form} />
      <Button text="Save and go on" />
    </Form>
  )
}

/** One part of the comprehensive assessment: what is known is confirmed, the rest is asked. */
export const comprehensiveSectionPage = defineForm<Input, Model, SectionTyped>({
  path: '/people/:personId/assessments/comprehensive/:section',
  may: assessors,
  audit: { action: 'assessment.section', people: ({ person }) => [person.id] },
  does: 'assessment.save',
  input,
  body: readSection,
  initial: ({ section, startsWith }) => valuesOf(section.questions, startsWith),
  versioned: ({ section, of }) => ({
    version: of.saved.get(section.id)?.version ?? 0,
    what: section.title,
    labels: Object.fromEntries(everyQuestion(section.questions).map(({ name, label }) => [name, label])),
    words: Object.fromEntries(
      everyQuestion(section.questions).map((question) => [
        question.name,
        Object.fromEntries(optionsOf(question).map(({ value, text }) => [value, text])),
      ]),
    ),
  }),
  load,
  act: (tx, { input: { personId, section, amends }, body, version, request }) => {
    const { actor } = request
    if (body.section.id !== section)
      return Promise.resolve(refused('not_found', 'An assessment has no such part.'))
    return amends === undefined
      ? saveSection(tx, { ...body, personId, actor, version })
      : amendAssessment(tx, { ...body, personId, actor, factId: amends })
  },
  show: (model, context) => {
    const { person, section } = model
    return (
      <AssessmentFrame
        person={person}
        context={context}
        title={section.title}
        caption="Comprehensive assessment"
        back={{ href: comprehensivePath(person.id), text: 'Back to all parts' }}
      >
        {section.intro !== undefined && <p class="govuk-body">{section.intro}</p>}
        <Asking model={model} context={context} />
      </AssessmentFrame>
    )
  },
})
