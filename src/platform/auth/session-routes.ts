import type { Context } from 'hono'
import { readForm } from '../http/input.ts'
import type { Env, Route, Services } from '../http/route.ts'
import { formFields, typedValue } from '../ui/index.ts'

/** Seconds until the session ends: if nothing is opened or sent, and at the latest. Nobody's has ended already. */
const secondsLeft = (context: Context<Env>, services: Services): Response => {
  const actor = context.get('actor')
  const now = services.clock.now().epochMilliseconds
  const until = (end: Temporal.Instant): number => Math.floor((end.epochMilliseconds - now) / 1000)
  return context.json(
    actor === null
      ? { ends: 0, latest: 0 }
      : { ends: until(actor.session.endsAt), latest: until(actor.session.latestAt) },
  )
}

const ask: Route['serve'] = async (context, services) => secondsLeft(context, services)

const stay: Route['serve'] = async (context, services) => {
  const typed = await readForm(context)
  const actor = context.get('actor')
  const isOwn = actor !== null && typed.ok && typedValue(typed.value, formFields.csrf) === actor.csrf
  return isOwn ? secondsLeft(context, services) : context.json({ ends: 0, latest: 0 }, 403)
}

/** Where the path asks how long a session lasts, asking does not make it longer. */
export const sessionPath = '/session'

/** How long somebody stays signed in, and staying so. */
export const sessionEndRoutes: readonly Route[] = [
  { path: sessionPath, methods: ['GET'], may: 'anyone', audit: 'none: asks how long', serve: ask },
  { path: '/session/stay', methods: ['POST'], may: 'anyone', audit: 'none: stays', serve: stay },
]
