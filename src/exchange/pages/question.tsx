import { z } from 'zod'
import { answerQuestion, answersTo, type OpenQuestion, questionOf } from '../../custody/index.ts'
import { PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import { defineForm, type FormContext, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  Form,
  type Html,
  InsetText,
  Layout,
  momentWords,
  PageHeading,
  Radios,
  Textarea,
} from '../../platform/ui/index.ts'
import { inboxTeam } from './inbox-team.ts'

interface Model {
  readonly question: OpenQuestion
  readonly person: PersonHeader | null
}

const input = z.object({ itemId: z.uuid() })
const body = formOf({
  answer: textField('Choose one of these', 40),
  why: textField('Say how you know, or what was done', 1000),
})

const Decided = ({
  question,
  today,
}: {
  readonly question: OpenQuestion
  readonly today: Temporal.PlainDate
}): Html => (
  <InsetText>
    Decided {question.closed !== null && momentWords(question.closed.at, today)}
    {question.closed?.by != null && ` by ${question.closed.by}`}: {question.closed?.decision}
  </InsetText>
)

const Decide = ({
  question,
  context,
}: {
  readonly question: OpenQuestion
  readonly context: FormContext
}): Html => (
  <Form
    action={`/feed/questions/${question.id}`}
    csrf={context.form.csrf}
    idempotencyKey={context.form.idempotencyKey}
  >
    <Radios
      {...context.form}
      name="answer"
      label="What do you decide?"
      items={answersTo(question.kind).map(({ value, text, hint }) => ({ value, text, hint }))}
    />
    <Textarea {...context.form} name="why" label="How do you know, or what was done?" rows={3} />
    <Button text="Decide" />
  </Form>
)

const Content = ({ question, person, context }: Model & { readonly context: FormContext }): Html => (
  <>
    <PageHeading title={titleOf(person)} />
    <p class="govuk-body-l">{question.words}</p>
    {person !== null && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/people/${person.id}`}>
          Look at the record of {personName(person)}
        </a>
      </p>
    )}
    {question.closed === null ? (
      <Decide question={question} context={context} />
    ) : (
      <Decided question={question} today={context.today} />
    )}
  </>
)

const titleOf = (person: PersonHeader | null): string =>
  person === null ? 'Decide about a message' : `Decide about a message on ${personName(person)}`

const show = ({ question, person }: Model, context: FormContext): Html => {
  const page = {
    shell: context.shell,
    title: titleOf(person),
    errors: context.form.errors,
    back: { href: '/feed', text: 'Back to what the feed said' },
  }
  const content = <Content question={question} person={person} context={context} />
  return person === null ? (
    <Layout {...page}>{content}</Layout>
  ) : (
    <PersonFrame {...page} person={person}>
      {content}
    </PersonFrame>
  )
}

const serviceAt =
  ({ services }: Actor) =>
  (establishment: string | null): string | null =>
    services.find((service) => service.establishment === establishment)?.id ?? null

/** Decides what the feed left to a human. */
export const question = defineForm<z.infer<typeof input>, Model, z.infer<typeof body>>({
  path: '/feed/questions/:itemId',
  may: inboxTeam,
  audit: {
    action: 'view_feed_question',
    people: ({ question: { personId } }) => (personId === null ? [] : [personId]),
    subject: ({ question: { id } }) => id,
  },
  does: 'decide_feed_question',
  input,
  body,
  load: async (tx, { itemId }) => {
    const found = await questionOf(tx, itemId)
    if (!found.ok) return found
    const { personId } = found.value
    if (personId === null) return ok({ question: found.value, person: null })
    const person = await personHeader(tx, personId)
    return person.ok ? ok({ question: found.value, person: person.value }) : person
  },
  act: async (tx, { input: { itemId }, body: { answer, why }, request }) => {
    const done = await answerQuestion(tx, { itemId, answer, why, serviceAt: serviceAt(request.actor) })
    if (!done.ok) return done
    const { personId, id } = done.value.question
    const { text, hint } = done.value.answer
    return ok({
      to: '/feed',
      said: `Decided: ${text}.${hint === undefined ? '' : ` ${hint}`}`,
      people: personId === null ? [] : [personId],
      subject: id,
    })
  },
  show,
})
