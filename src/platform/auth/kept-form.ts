import type { Context } from 'hono'
import { z } from 'zod'
import { readForm } from '../http/input.ts'
import type { Env, Services } from '../http/route.ts'
import { type FormValues, formFields, typedValue } from '../ui/index.ts'
import type { Actor } from './actor.ts'
import { auditAtDoor } from './audit.ts'
import { endedSession } from './session.ts'

const keptMinutes = 60

const about = (id: string, staffId: string): string => `form ${id} of ${staffId}`

const values = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** All that was typed but what nobody may keep. */
const keepable = (typed: FormValues): FormValues =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !/password|code|secret/i.test(name)))

/**
 * Keeps what was sent with a session that has ended, for an hour, sealed, for the same person alone; only what comes
 * from a form of that very session. Answers where to go: to signing in, and from there to the form as it was typed.
 */
export const keepTyped = async (context: Context<Env>, services: Services): Promise<Response> => {
  const ended = await endedSession(context, services)
  const typed = ended === null ? null : await readForm(context)
  if (ended === null || typed === null || !typed.ok) return context.redirect('/sign-in', 303)
  if (typedValue(typed.value, formFields.csrf) !== ended.csrf) return context.redirect('/sign-in', 303)
  const id = services.ids.next()
  const { staffId, role } = ended
  const now = services.clock.now()
  await services.database.auth(async (db) => {
    await db.deleteFrom('kept_form').where('expires_at', '<=', now).execute()
    await db
      .insertInto('kept_form')
      .values({
        id,
        staff_id: staffId,
        role,
        path: context.req.path,
        sealed: services.secrets.seal(JSON.stringify(keepable(typed.value)), about(id, staffId)),
        kept_at: now,
        expires_at: now.add({ minutes: keptMinutes }),
      })
      .execute()
    await auditAtDoor(context, services, db, { action: 'keep_form', outcome: 'refused', staffId, role })
  })
  const { search } = new URL(context.req.url)
  const form = `${context.req.path}${search === '' ? '?' : `${search}&`}typed=${id}`
  return context.redirect(`/sign-in?to=${encodeURIComponent(form)}&kept=yes`, 303)
}

/** What the same person typed into this form before their session ended; null where there is nothing of theirs. */
export const keptTyped = async (
  context: Context<Env>,
  services: Services,
  { staffId }: Actor,
): Promise<FormValues | null> => {
  const id = z.uuid().safeParse(context.req.query('typed'))
  if (!id.success) return null
  const row = await services.database.auth((db) =>
    db
      .selectFrom('kept_form')
      .select('sealed')
      .where('id', '=', id.data)
      .where('staff_id', '=', staffId)
      .where('path', '=', context.req.path)
      .where('expires_at', '>', services.clock.now())
      .executeTakeFirst(),
  )
  const opened = row === undefined ? null : services.secrets.open(row.sealed, about(id.data, staffId))
  return opened === null ? null : values.parse(JSON.parse(opened))
}
