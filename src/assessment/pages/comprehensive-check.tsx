import { z } from 'zod'
import { ofPerson } from '../../people/index.ts'
import { defineForm } from '../../platform/http/index.ts'
import { Button, Form, Hidden, type Html, InsetText, SummaryList } from '../../platform/ui/index.ts'
import { completeAssessment } from '../actions/completeAssessment.ts'
import { stillMissing, wholeOf } from '../comprehensive-view.ts'
import { rowsOf } from '../describe-fact.ts'
import { type Section, sections } from '../forms/comprehensive/index.ts'
import { askedIn } from '../questions.ts'
import { type Assessing, AssessmentFrame, comprehensivePath, loadAssessing } from './assessing.tsx'
import { assessors } from './writers.ts'

const body = z.object({
  complete: z.literal('yes', { error: 'Check the answers, then complete the assessment with the button' }),
})

const Answered = ({ section, model }: { readonly section: Section; readonly model: Assessing }): Html => {
  const whole = wholeOf(model.of.saved)
  const rows = rowsOf(askedIn(section.questions, whole), whole)
  const href = `${comprehensivePath(model.person.id)}/${section.id}`
  return (
    <section>
      <h2 class="govuk-heading-m">{section.title}</h2>
      {rows.length === 0 ? (
        <p class="govuk-body">Nothing was written.</p>
      ) : (
        <SummaryList rows={rows.map(({ question, answer }) => ({ key: question, value: answer }))} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={href}>
          Change<span class="govuk-visually-hidden"> {section.title.toLowerCase()}</span>
        </a>
      </p>
    </section>
  )
}

const Missing = ({
  missing,
  model,
}: {
  readonly missing: readonly Section[]
  readonly model: Assessing
}): Html => (
  <InsetText>
    <p class="govuk-body">It can be completed when these are answered:</p>
    <ul class="govuk-list govuk-list--bullet">
      {missing.map(({ id, title }) => (
        <li>
          <a class="govuk-link" href={`${comprehensivePath(model.person.id)}/${id}`}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  </InsetText>
)

/** Everything that was answered, before it is completed. */
export const comprehensiveCheckPage = defineForm<{ personId: string }, Assessing, z.infer<typeof body>>({
  path: '/people/:personId/assessments/comprehensive/check',
  may: assessors,
  audit: { action: 'assessment.check', people: ({ person }) => [person.id] },
  does: 'assessment.complete',
  input: ofPerson,
  body,
  load: (tx, { personId }, request) => loadAssessing(tx, personId, request),
  act: (tx, { input: { personId }, request }) => completeAssessment(tx, { personId, actor: request.actor }),
  show: (model, context) => {
    const missing = stillMissing(model.of)
    return (
      <AssessmentFrame
        person={model.person}
        context={context}
        title="Check your answers"
        caption="Comprehensive assessment"
        back={{ href: comprehensivePath(model.person.id), text: 'Back to all parts' }}
      >
        {sections.map((section) => (
          <Answered section={section} model={model} />
        ))}
        {missing.length > 0 && <Missing missing={missing} model={model} />}
        <Form
          action={context.url.pathname}
          csrf={context.form.csrf}
          idempotencyKey={context.form.idempotencyKey}
        >
          <Hidden name="complete" value="yes" />
          <Button text="Complete the assessment" />
        </Form>
      </AssessmentFrame>
    )
  },
})
