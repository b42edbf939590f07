import { z } from 'zod'
import { rolesWithPeople } from '../../people/index.ts'
import { dayOf } from '../../platform/clock.ts'
import { defineForm, type FormContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  dateAndAway,
  EmptyState,
  Form,
  type FormValues,
  formFields,
  Hidden,
  type Html,
  Layout,
  momentWords,
  PageHeading,
  typedValue,
} from '../../platform/ui/index.ts'
import { draftsKept, settingNow } from '../../standards/index.ts'
import { saveDraft } from '../actions/saveDraft.ts'
import { afterDraft, draftFields } from '../model.ts'
import { type DraftRow, myDrafts } from '../queries/myDrafts.ts'

const typed: z.ZodType<FormValues> = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** When it goes by itself, unless its writer goes on with it. */
const goesOn = ({ saved_at }: DraftRow, days: number): Temporal.PlainDate => dayOf(saved_at).add({ days })

interface LineProps {
  readonly row: DraftRow
  readonly keptDays: number
  readonly context: FormContext
}

const Line = ({ row, keptDays, context }: LineProps): Html => (
  <li>
    <div class="tc-duties__what">
      <a class="govuk-link" href={row.path}>
        {row.title}
      </a>
      <span class="tc-duties__why">
        Kept {momentWords(row.saved_at, context.today)}. Cleared{' '}
        {dateAndAway(goesOn(row, keptDays), context.today)}, unless you go on with it
      </span>
    </div>
    <Form action={`/drafts/${row.id}/discard`} csrf={context.form.csrf}>
      <input type="hidden" name={formFields.idempotencyKey} value={context.ids.next()} />
      <Button text="Throw away" kind="secondary" about={row.title} />
    </Form>
  </li>
)

/** What was sent as a draft after the session had ended: it is all here, and is kept with one press. */
const Restored = ({ context }: { readonly context: FormContext }): Html | null => {
  const { values, csrf, idempotencyKey } = context.form
  if (typedValue(values, draftFields.path) === '') return null
  const typed = Object.entries(values).filter(
    ([name]) => name !== formFields.csrf && name !== formFields.idempotencyKey,
  )
  return (
    <Form action="/drafts" csrf={csrf} idempotencyKey={idempotencyKey}>
      {typed.flatMap(([name, value]) =>
        [value ?? []].flat().map((one) => <Hidden name={name} value={one} />),
      )}
      <p class="govuk-body">You were signed out before this draft was kept. It is still here.</p>
      <Button text={`Keep the draft “${typedValue(values, draftFields.title)}”`} />
    </Form>
  )
}

/** What the reader is in the middle of writing; and where every form with a draft sends it as it is typed. */
export const draftsPage = defineForm({
  path: '/drafts',
  may: rolesWithPeople,
  input: z.object({}),
  body: typed,
  savesItself: true,
  load: async (tx) => ok({ rows: await myDrafts(tx), keptDays: await settingNow(tx, draftsKept) }),
  audit: {
    action: 'view_drafts',
    people: ({ rows }) => [
      ...new Set(rows.flatMap(({ person_id }) => (person_id === null ? [] : [person_id]))),
    ],
  },
  does: 'save_draft',
  act: async (tx, { body }) => {
    const path = typedValue(body, draftFields.path)
    const title = typedValue(body, draftFields.title).slice(0, 120) || 'Draft'
    const kept = await saveDraft(tx, {
      path,
      title,
      answers: body,
      formKey: typedValue(body, formFields.idempotencyKey),
    })
    const to = afterDraft(path, typedValue(body, draftFields.next))
    return kept.ok ? ok({ to, said: 'Your draft is kept. Nobody else sees it.', people: [] }) : kept
  },
  show: ({ rows, keptDays }, context) => (
    <Layout
      shell={context.shell}
      title="Your drafts"
      errors={context.form.errors}
      back={{ href: '/today', text: 'Back to Today' }}
    >
      <PageHeading title="Your drafts" />
      <Restored context={context} />
      {rows.length === 0 ? (
        <EmptyState>You have no drafts. What you type into a note is kept here until you save it.</EmptyState>
      ) : (
        <ul class="tc-lines">
          {rows.map((row) => (
            <Line row={row} keptDays={keptDays} context={context} />
          ))}
        </ul>
      )}
    </Layout>
  ),
})
