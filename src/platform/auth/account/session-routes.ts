import { sendRefusal } from '../../http/answer.tsx'
import type { Route } from '../../http/route.ts'
import { auditOwn } from '../audit.ts'
import { endSessions, forgetSession } from '../session.ts'
import { holdingsOf } from './holdings.ts'
import { back, ownForm } from './own.ts'

const endOne = ownForm('end_session', async (form) => {
  const { context, services, actor } = form
  const id = context.req.param('sessionId')
  const { sessions } = await holdingsOf(services, actor.staffId)
  const session = sessions.find((own) => own.id === id)
  if (session === undefined) return sendRefusal(context, services, { kind: 'not_found', message: '' })
  await services.database.auth(async (db) => {
    await endSessions(db, services.clock.now(), 'elsewhere', [session.id])
    await auditOwn(context, services, db, actor, { action: 'end_session', subject: session.id })
  })
  return back(form, 'ended')
})

const endAll = ownForm('sign_out_everywhere', async ({ context, services, actor }) => {
  const { sessions } = await holdingsOf(services, actor.staffId)
  await services.database.auth(async (db) => {
    await endSessions(
      db,
      services.clock.now(),
      'elsewhere',
      sessions.map(({ id }) => id),
    )
    await auditOwn(context, services, db, actor, { action: 'sign_out_everywhere' })
  })
  forgetSession(context, services)
  return context.redirect('/sign-in', 303)
})

/** Ending one's own sessions, one by one or all. */
export const sessionRoutes: readonly Route[] = [
  {
    path: '/account/sessions/:sessionId/end',
    methods: ['POST'],
    may: 'signed_in',
    audit: 'end_session',
    serve: endOne,
  },
  {
    path: '/account/sessions/end-all',
    methods: ['POST'],
    may: 'signed_in',
    audit: 'sign_out_everywhere',
    serve: endAll,
  },
]
