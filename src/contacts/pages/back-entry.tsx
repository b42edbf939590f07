import { z } from 'zod'
import { servicesOf } from '../../casework/index.ts'
import { type Draft, DraftKeeper, DraftNotice, discardDraft, draftOf, saveDraft } from '../../drafts/index.ts'
import { rolesOfTeams } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { defineForm, type Request } from '../../platform/http/index.ts'
import { parseDay } from '../../platform/moments.ts'
import { ok, refused } from '../../platform/result.ts'
import {
  addressWith,
  Button,
  dateWords,
  type FieldError,
  Form,
  type FormValues,
  Hidden,
  Layout,
  PageHeading,
  typedValue,
} from '../../platform/ui/index.ts'
import { contactClass } from '../actions/recordContact.ts'
import { errorsOfDay, recordDay } from '../actions/recordDay.ts'
import { fieldOf, mostRows, otherKeys, sumWords, type TypedRow, typedRows } from '../back-entry-rows.ts'
import { whoSees } from '../class-words.ts'
import { type DayContact, dayContacts, dayToCatchUp } from '../queries/dayContacts.ts'
import { BackEntryTable } from './back-entry-table.tsx'
import { DayChoice } from './day-choice.tsx'

const typed: z.ZodType<FormValues> = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

export const dayOfAddress = z
  .string()
  .transform((text) => parseDay(text))
  .nullable()
  .catch(null)
  .default(null)

interface Model {
  readonly day: Temporal.PlainDate
  readonly planned: readonly DayContact[]
  readonly draft: Draft | null
  readonly errors: readonly FieldError[]
}

const addressOf = (day: Temporal.PlainDate): string =>
  addressWith('/contacts/back-entry', { day: day.toString() })

const notAfter = (day: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(day, today) > 0 ? today : day

const dayFor = async (
  tx: ReadTx,
  given: Temporal.PlainDate | null,
  { actor, today }: Request,
): Promise<Temporal.PlainDate> =>
  notAfter(given ?? (await dayToCatchUp(tx, actor.staffId, servicesOf(actor))) ?? today, today)

const plannedOn = async (tx: ReadTx, day: Temporal.PlainDate, { actor }: Request) =>
  (
    await dayContacts(tx, {
      services: servicesOf(actor),
      staffId: actor.staffId,
      day,
      openOnly: true,
    })
  ).slice(0, mostRows)

/** The rows that still need somebody, as they were typed. */
const stillTyped = (rows: readonly TypedRow[], keys: readonly string[]): FormValues =>
  Object.fromEntries([
    ['tried', 'yes'],
    ...rows
      .filter(({ key }) => keys.includes(key))
      .flatMap(({ key, number, outcome, words }): [string, string][] => [
        [fieldOf('number', key), number],
        [fieldOf('outcome', key), outcome],
        [fieldOf('words', key), words],
      ]),
  ])

/** A day that was kept on paper, typed in one go: what is whole is recorded, the rest stays as it was typed. */
export const backEntry = defineForm({
  path: '/contacts/back-entry',
  may: rolesOfTeams,
  input: z.object({ day: dayOfAddress }),
  body: typed,
  load: async (tx, { day: given }, request) => {
    const day = await dayFor(tx, given, request)
    const planned = await plannedOn(tx, day, request)
    const draft = await draftOf(tx, addressOf(day))
    const tried = draft !== null && typedValue(draft.answers, 'tried') === 'yes'
    const rows = typedRows(
      draft?.answers ?? {},
      planned.map(({ id }) => id),
    )
    const errors = tried ? await errorsOfDay(tx, { actor: request.actor, day, planned, rows }) : []
    return ok<Model>({ day, planned, draft, errors })
  },
  audit: {
    action: 'view_back_entry',
    people: ({ planned }: Model) => [...new Set(planned.map(({ personId }) => personId))],
  },
  does: 'record_day',
  initial: ({ draft }) => draft?.answers ?? {},
  act: async (tx, { input, body, request }) => {
    const day = await dayFor(tx, input.day, request)
    const planned = await plannedOn(tx, day, request)
    const rows = typedRows(
      body,
      planned.map(({ id }) => id),
    )
    if (rows.length === 0) return refused('invalid', 'Say of at least one row what became of it')
    const recorded = await recordDay(tx, { actor: request.actor, day, rows, planned })
    if (!recorded.ok) return recorded
    const { people, errors } = recorded.value
    const path = addressOf(day)
    await discardDraft(tx, { path })
    if (errors.length > 0) {
      const kept = await saveDraft(tx, {
        path,
        title: 'A day on paper',
        answers: stillTyped(
          rows,
          errors.map(({ key }) => key),
        ),
        formKey: '',
      })
      if (!kept.ok) return kept
    }
    return ok({ to: errors.length > 0 ? path : '/today', said: sumWords(people.length, errors), people })
  },
  show: ({ day, planned, draft, errors }, context) => {
    const form = { values: context.form.values, errors: [...context.form.errors, ...errors] }
    return (
      <Layout
        shell={context.shell}
        title="A day on paper"
        errors={form.errors}
        back={{ href: '/today', text: 'Back to Today' }}
      >
        <PageHeading title={`A day on paper: ${dateWords(day, context.today)}`}>
          <Button
            text="Print the list of this day"
            kind="secondary"
            href={addressWith('/contacts/day-list', { day: day.toString() })}
          />
        </PageHeading>
        <DayChoice action="/contacts/back-entry" day={day} />
        <DraftNotice draft={draft} today={context.today} />
        <p class="govuk-body">
          Rows are in the order of the printed list. A row that you leave empty stays as it is.{' '}
          {whoSees(contactClass('one_to_one', context.actor.role))}
        </p>
        <Form action={addressOf(day)} csrf={context.form.csrf} idempotencyKey={context.form.idempotencyKey}>
          {typedValue(form.values, 'tried') === 'yes' && <Hidden name="tried" value="yes" />}
          <BackEntryTable planned={planned} others={otherKeys(planned.length)} form={form} />
          <Button text="Record the day" />
          <DraftKeeper path={addressOf(day)} title="A day on paper" />
        </Form>
      </Layout>
    )
  },
})
