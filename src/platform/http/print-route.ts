import { sql } from 'kysely'
import { typedValue } from '../ui/index.ts'
import { sendRefusal } from './answer.tsx'
import { auditIn } from './audited.ts'
import { turnedAway } from './define-page.ts'
import { readForm } from './input.ts'
import type { Route } from './route.ts'

interface Viewed {
  readonly action: string
  readonly person_ids: readonly string[]
}

const longestOpen = { hours: 24 }

/** A page that is printed: the browser says which, by the request that showed it, and the log knows whom it was about. */
const printed: Route['serve'] = async (context, services) => {
  const actor = await turnedAway(context, services, 'signed_in', 'print_page')
  if (actor instanceof Response) return actor
  const typed = await readForm(context)
  if (!typed.ok || typedValue(typed.value, '_csrf') !== actor.csrf)
    return sendRefusal(context, services, { kind: 'forbidden', message: '' })
  const page = typedValue(typed.value, 'page')
  const isKnown = await services.database.read(actor, async (tx) => {
    const found = await sql<Viewed>`
      select * from viewed_with(${page}, ${tx.now.subtract(longestOpen)}::timestamptz)`.execute(tx.db)
    const [viewed] = found.rows
    if (viewed === undefined) return false
    await auditIn(tx, context, services, actor, {
      action: 'print_page',
      outcome: 'done',
      people: viewed.person_ids,
      subject: viewed.action,
    })
    return true
  })
  return isKnown
    ? context.body(null, 204)
    : sendRefusal(context, services, { kind: 'not_found', message: '' })
}

export const printRoutes: readonly Route[] = [
  { path: '/printed', methods: ['POST'], may: 'signed_in', audit: 'print_page', serve: printed },
]
