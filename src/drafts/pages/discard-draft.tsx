import { z } from 'zod'
import { rolesWithPeople } from '../../people/index.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Button, Form, Layout, PageHeading } from '../../platform/ui/index.ts'
import { discardDraft } from '../actions/discardDraft.ts'
import { myDrafts } from '../queries/myDrafts.ts'

/** Throws one's own draft away. */
export const discardDraftPage = defineForm({
  path: '/drafts/:draftId/discard',
  may: rolesWithPeople,
  input: z.object({ draftId: z.uuid() }),
  body: z.object({}),
  load: async (tx, { draftId }) => {
    const mine = (await myDrafts(tx)).find(({ id }) => id === draftId)
    return mine === undefined ? refused('not_found', 'There is no such draft.') : ok(mine)
  },
  audit: {
    action: 'view_draft',
    people: ({ person_id }) => (person_id === null ? [] : [person_id]),
  },
  does: 'discard_draft',
  act: async (tx, { input: { draftId } }) =>
    (await discardDraft(tx, { id: draftId }))
      ? ok({ to: '/drafts', said: 'The draft is thrown away.', people: [], subject: draftId })
      : refused('not_found', 'There is no such draft.'),
  show: ({ title }, { shell, form, url }) => (
    <Layout shell={shell} title="Throw a draft away" back={{ href: '/drafts', text: 'Back to your drafts' }}>
      <PageHeading title={`Throw away “${title}”?`} />
      <Form action={url.pathname} csrf={form.csrf} idempotencyKey={form.idempotencyKey}>
        <Button text="Throw away" kind="warning" />
      </Form>
    </Layout>
  ),
})
