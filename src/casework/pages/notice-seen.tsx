import { z } from 'zod'
import { defineForm, formOf } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Button, Form, Layout, momentWords, PageHeading } from '../../platform/ui/index.ts'
import { confirmNotice } from '../actions/confirmNotice.ts'
import { servicesOf } from '../person-in-service.ts'
import { noticeOf } from '../queries/noticeOf.ts'
import { formAddress, returnTo } from '../return-to.ts'
import { wholeTeam } from '../roles.ts'

/** Confirms that the team has read what it was told privately. */
export const noticeSeen = defineForm({
  path: '/notices/:noticeId/seen',
  may: wholeTeam,
  input: z.object({ noticeId: z.uuid() }),
  body: formOf({}),
  load: (tx, { noticeId }, { actor }) => noticeOf(tx, servicesOf(actor), noticeId),
  audit: { action: 'view_notice', people: ({ person_id }) => [person_id] },
  does: 'confirm_notice',
  act: async (tx, { input: { noticeId }, request }) => {
    const { actor } = request
    const seen = await confirmNotice(tx, {
      id: noticeId,
      serviceIds: servicesOf(actor),
      staffId: actor.staffId,
    })
    if (!seen.ok) return seen
    return ok({
      to: returnTo(request, '/today'),
      said: 'Confirmed as seen.',
      people: [seen.value],
      subject: noticeId,
    })
  },
  show: (notice, context) => (
    <Layout shell={context.shell} title="Told to your team" errors={context.form.errors}>
      <PageHeading title="Told to your team" />
      <p class="govuk-body">{notice.words}</p>
      <p class="govuk-body">Told {momentWords(notice.recorded_at, context.today)}.</p>
      <Form
        action={formAddress(context)}
        csrf={context.form.csrf}
        idempotencyKey={context.form.idempotencyKey}
      >
        <Button text="Confirm seen" />
      </Form>
    </Layout>
  ),
})
