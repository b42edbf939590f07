import { appendAudit } from '../../platform/audit/append.ts'
import { dayOf } from '../../platform/clock.ts'
import { sendRefusal } from '../../platform/http/answer.tsx'
import type { Route } from '../../platform/http/index.ts'
import { calendarText } from '../calendar.ts'
import { calendarContacts, calendarOwner } from '../queries/calendarFeed.ts'

const nothingHere = { kind: 'not_found', message: '' } as const

const serve: Route['serve'] = async (context, services) => {
  const token = context.req.param('token') ?? ''
  const now = services.clock.now()
  const owner = await calendarOwner(services.database, token, now, dayOf(now))
  if (owner === null) return sendRefusal(context, services, nothingHere)
  if (owner.tooOften)
    return context.text('Read too often: ask again in an hour.', 429, { 'retry-after': '3600' })
  const text = await services.database.read(owner, async (tx) => {
    const { contacts, people } = await calendarContacts(tx, owner.staffId)
    await appendAudit(tx.db, {
      id: services.ids.next(),
      at: now,
      staffId: owner.staffId,
      role: owner.role,
      serviceIds: [],
      action: 'read_calendar',
      outcome: 'done',
      people,
      subject: owner.feedId,
      address: context.get('address'),
      requestId: context.get('requestId'),
    })
    return calendarText(contacts)
  })
  return context.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8' })
}

/** A worker's contacts as their own calendar asks for them: whoever has the secret address, and nothing there otherwise. */
export const calendarFile: Route = {
  path: '/calendar/:token/contacts.ics',
  methods: ['GET'],
  may: 'anyone',
  audit: 'read_calendar',
  serve,
}
