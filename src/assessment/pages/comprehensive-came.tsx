import type { z } from 'zod'
import { ofPerson } from '../../people/index.ts'
import { choicesField, defineForm, formOf } from '../../platform/http/index.ts'
import { Button, Checkboxes, EmptyState, Form, SummaryList } from '../../platform/ui/index.ts'
import { confirmCame } from '../actions/confirmCame.ts'
import { knownOf, stateOf } from '../comprehensive-view.ts'
import { rowsOf } from '../describe-fact.ts'
import { sections } from '../forms/comprehensive/index.ts'
import { askedIn } from '../questions.ts'
import { type Assessing, AssessmentFrame, comprehensivePath, knownFrom, loadAssessing } from './assessing.tsx'
import { assessors } from './writers.ts'

const body = formOf({ right: choicesField(sections.map(({ id }) => id)) })

const cameIn = ({ of }: Assessing) =>
  sections.flatMap((section) => {
    const known = knownOf(section, of)
    return known !== null && stateOf(section, of) === 'came' ? [{ section, known }] : []
  })

/** The history that came with somebody, laid out once, to be confirmed in one go. */
export const comprehensiveCamePage = defineForm<{ personId: string }, Assessing, z.infer<typeof body>>({
  path: '/people/:personId/assessments/comprehensive/came',
  may: assessors,
  audit: { action: 'assessment.came', people: ({ person }) => [person.id] },
  does: 'assessment.confirm',
  input: ofPerson,
  body,
  initial: (model) => ({ right: cameIn(model).map(({ section }) => section.id) }),
  load: (tx, { personId }, request) => loadAssessing(tx, personId, request),
  act: (tx, { input: { personId }, body: { right }, request }) =>
    confirmCame(tx, { personId, actor: request.actor, sectionIds: right }),
  show: (model, context) => {
    const { person } = model
    const came = cameIn(model)
    return (
      <AssessmentFrame
        person={person}
        context={context}
        title="What came with them"
        caption="Comprehensive assessment"
        back={{ href: comprehensivePath(person.id), text: 'Back to all parts' }}
      >
        {came.length === 0 ? (
          <EmptyState>Nothing is left to confirm.</EmptyState>
        ) : (
          <Form
            action={context.url.pathname}
            csrf={context.form.csrf}
            idempotencyKey={context.form.idempotencyKey}
          >
            <p class="govuk-body">Read it to them. Take the tick off whatever has changed.</p>
            {came.map(({ section, known }) => (
              <>
                <SummaryList
                  card={section.title}
                  rows={rowsOf(askedIn(section.questions, known.answers), known.answers).map(
                    ({ question, answer }) => ({ key: question, value: answer }),
                  )}
                />
                <p class="govuk-body-s">{knownFrom(known, context.today)}</p>
              </>
            ))}
            <Checkboxes
              {...context.form}
              name="right"
              label="Still right?"
              small
              items={came.map(({ section }) => ({ value: section.id, text: section.title }))}
            />
            <Button text="Confirm what is ticked" />
          </Form>
        )}
      </AssessmentFrame>
    )
  },
})
