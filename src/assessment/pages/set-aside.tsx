import { z } from 'zod'
import { formAddress, servicesOf } from '../../casework/index.ts'
import { PersonFrame, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Button, dateWords, Form, PageHeading } from '../../platform/ui/index.ts'
import { setRecordAside } from '../actions/setRecordAside.ts'
import { answersTo } from '../answers.ts'
import { describeFact } from '../describe-fact.ts'
import { recordSetAside } from '../forms/set-aside.ts'
import type { Answers } from '../model.ts'
import { factToAmend, type RecordedFact } from '../queries/facts.ts'
import { answerTo } from '../questions.ts'
import { Questions } from './questions.tsx'
import { assessmentReaders, setAsideBy } from './writers.ts'

const input = z.object({ personId: z.uuid(), recordId: z.uuid() })

interface Model {
  readonly person: PersonHeader
  readonly fact: RecordedFact
}

/** A record that was wrong is set aside with a reason. It stays readable, and what it raised is owed no longer. */
export const setAsidePage = defineForm<z.infer<typeof input>, Model, Answers>({
  path: '/people/:personId/set-aside/:recordId',
  may: assessmentReaders,
  audit: {
    action: 'fact.set_aside.form',
    people: ({ person }) => [person.id],
    subject: ({ fact }) => fact.id,
  },
  does: 'fact.set_aside',
  input,
  body: answersTo(recordSetAside.questions),
  load: async (tx, { personId, recordId }, { actor }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const mine = { kind: setAsideBy(actor.role), factId: recordId, serviceIds: servicesOf(actor) }
    const fact = await factToAmend(tx, personId, mine)
    return fact.ok ? ok({ person: person.value, fact: fact.value }) : fact
  },
  act: async (tx, { input: { personId, recordId }, body, request: { actor } }) => {
    const done = await setRecordAside(tx, {
      personId,
      factId: recordId,
      kinds: setAsideBy(actor.role),
      actor,
      why: answerTo(body, 'why') ?? '',
    })
    if (!done.ok) return done
    return ok({
      to: `/people/${personId}/tests`,
      said: 'Set aside. It stays readable, and what it raised is owed no longer. A safety flag that was put up for it has to be taken down.',
      people: [personId],
      subject: done.value,
    })
  },
  show: ({ person, fact }, context) => {
    const { title } = describeFact(fact.kind, fact.answers)
    const heading = `Set aside what was recorded of ${personName(person)}`
    return (
      <PersonFrame
        shell={context.shell}
        person={person}
        title={heading}
        errors={context.form.errors}
        back={{ href: `/people/${person.id}/records/${fact.id}`, text: 'Back to the record' }}
      >
        <PageHeading title={heading} />
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <p class="govuk-body">
              {title}, {dateWords(fact.day, context.today)}.
            </p>
            <Form
              action={formAddress(context)}
              csrf={context.form.csrf}
              idempotencyKey={context.form.idempotencyKey}
            >
              <Questions questions={recordSetAside.questions} form={context.form} />
              <Button text="Set aside" />
            </Form>
          </div>
        </div>
      </PersonFrame>
    )
  },
})
