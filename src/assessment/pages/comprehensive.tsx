import { ofPerson, personName } from '../../people/index.ts'
import { definePage } from '../../platform/http/index.ts'
import { Button, dayWords, govukTaskList, type Html, InsetText } from '../../platform/ui/index.ts'
import { type SectionState, stateOf, stillMissing } from '../comprehensive-view.ts'
import { type Section, sections } from '../forms/comprehensive/index.ts'
import {
  type Assessing,
  AssessmentFrame,
  assessmentsPath,
  comprehensivePath,
  loadAssessing,
} from './assessing.tsx'
import { assessors } from './writers.ts'

const words: Readonly<
  Record<SectionState, { readonly text: string; readonly colour: 'green' | 'blue' | 'yellow' | 'grey' }>
> = {
  done: { text: 'Saved', colour: 'green' },
  changed: { text: 'Something has changed', colour: 'yellow' },
  came: { text: 'Known: confirm it', colour: 'blue' },
  to_go_through: { text: 'Go through again', colour: 'yellow' },
  to_do: { text: 'Not yet', colour: 'grey' },
}

interface ListProps {
  readonly model: Assessing
  readonly today: Temporal.PlainDate
}

const hintOf = (section: Section, { of }: Assessing, today: Temporal.PlainDate): string | undefined => {
  const saved = of.saved.get(section.id)
  if (saved === undefined) return section.questions.some(needed) ? 'Has to be answered' : undefined
  const day = saved.savedAt.toZonedDateTimeISO('Europe/London').toPlainDate()
  return `Saved ${dayWords(day, today)}${saved.by === null ? '' : ` by ${saved.by}`}`
}

const needed = ({ required }: { readonly required?: string }): boolean => required !== undefined

const Sections = ({ model, today }: ListProps): Html =>
  govukTaskList({
    idPrefix: 'section',
    items: sections.map((section) => {
      const { text, colour } = words[stateOf(section, model.of)]
      const hint = hintOf(section, model, today)
      return {
        title: { text: section.title },
        hint: hint === undefined ? undefined : { text: hint },
        href: `${comprehensivePath(model.person.id)}/${section.id}`,
        status: { tag: { text, classes: `govuk-tag--${colour}` } },
      }
    }),
  })

/** What came with them, and how it is used. */
const Came = ({ model, today }: ListProps): Html | null => {
  const { came, cameIsFresh, saved } = model.of
  if (came === null) return null
  const left = sections.some((section) => ['came', 'to_go_through'].includes(stateOf(section, model.of)))
  const href = `${assessmentsPath(model.person.id)}/summary/${came.id}`
  return (
    <InsetText>
      <p class="govuk-body">
        <a class="govuk-link" href={href}>
          An assessment of {dayWords(came.day, today)}
        </a>{' '}
        is on record.{' '}
        {cameIsFresh
          ? 'Its history is confirmed, not asked again.'
          : 'It is of an earlier stay or too old to be confirmed as a whole: go through it section by section.'}{' '}
        Use since then, overdose, medicines and risk are asked afresh.
      </p>
      {cameIsFresh && left && (
        <Button
          kind={saved.size === 0 ? 'main' : 'secondary'}
          text="Look at what is known, and confirm it"
          href={`${comprehensivePath(model.person.id)}/came`}
        />
      )}
    </InsetText>
  )
}

/** One of an earlier stay that was never finished: what it says of their history is the start of this one. */
const Begun = ({ model: { person, of }, today }: ListProps): Html | null =>
  of.unfinished === null ? null : (
    <InsetText>
      <a class="govuk-link" href={`${assessmentsPath(person.id)}/unfinished/${of.unfinished.id}`}>
        An assessment of an earlier stay that was not finished, {dayWords(of.unfinished.day, today)}
      </a>{' '}
      came with them: go through what it says part by part.
    </InsetText>
  )

/** The comprehensive assessment as a task list: to leave and come back to, whoever works on it. */
export const comprehensivePage = definePage<{ personId: string }, Assessing>({
  path: '/people/:personId/assessments/comprehensive',
  may: assessors,
  audit: { action: 'assessment.tasks', people: ({ person }) => [person.id] },
  input: ofPerson,
  load: (tx, { personId }, request) => loadAssessing(tx, personId, request),
  show: (model, context) => {
    const { person, of } = model
    const done = sections.filter((section) => of.saved.has(section.id)).length
    const missing = stillMissing(of)
    return (
      <AssessmentFrame
        person={person}
        context={context}
        title={`Assess ${personName(person)}`}
        caption="Comprehensive assessment"
        back={{ href: assessmentsPath(person.id), text: 'Back to assessments and risk' }}
      >
        <p class="govuk-body">
          {done} of {sections.length} parts saved. Leave it and come back whenever you like: anybody of the
          team can go on with it.{' '}
          {missing.length > 0 &&
            `Before it is completed, answer: ${missing.map(({ title }) => title).join(', ')}.`}
        </p>
        <Came model={model} today={context.today} />
        <Begun model={model} today={context.today} />
        <Sections model={model} today={context.today} />
        <Button text="Check your answers" href={`${comprehensivePath(person.id)}/check`} />
      </AssessmentFrame>
    )
  },
})
