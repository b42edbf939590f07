import { z } from 'zod'
import { rolesWithPeople } from '../../people/index.ts'
import { defineForm, formOf } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Button, Form, Layout, PageHeading, timeWords } from '../../platform/ui/index.ts'
import { closeGlass } from '../actions/closeGlass.ts'
import { openGlass } from '../queries/openGlass.ts'

/** Closes a record that one opened by breaking the glass, before the hour is over. */
export const closeGlassPage = defineForm({
  path: '/glass/:glassId/close',
  may: rolesWithPeople,
  input: z.object({ glassId: z.uuid() }),
  body: formOf({}),
  load: (tx, { glassId }, { actor }) => openGlass(tx, actor.staffId, glassId),
  audit: { action: 'view_close_glass', people: ({ person_id }) => [person_id] },
  does: 'close_glass',
  act: async (tx, { input: { glassId } }) => {
    const closed = await closeGlass(tx, glassId)
    if (!closed.ok) return closed
    return ok({
      to: '/people',
      said: 'The record is closed to you again.',
      people: [closed.value],
      subject: glassId,
    })
  },
  show: (glass, { shell, form, url }) => (
    <Layout shell={shell} title="Close the record again" errors={form.errors}>
      <PageHeading title="Close the record again" />
      <p class="govuk-body">
        It closes by itself at {timeWords(glass.closes_at)}. Closed now, you would have to break the glass
        again.
      </p>
      <Form action={url.pathname} csrf={form.csrf} idempotencyKey={form.idempotencyKey}>
        <Button text="Close it now" />
      </Form>
    </Layout>
  ),
})
