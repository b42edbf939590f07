import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Actor } from '../auth/actor.ts'
import { readSession } from '../auth/session.ts'
import { sessionPath } from '../auth/session-routes.ts'
import { assetRoutes, TooLargePage } from '../ui/index.ts'
import { sendFailure, sendPage, sendRefusal } from './answer.tsx'
import { withHeaders } from './headers.ts'
import { serveMetrics } from './metrics-route.ts'
import { isForeign } from './origin.ts'
import type { Env, Route, Services } from './route.ts'
import { shellOf } from './shell.ts'
import { whatBroke } from './what-broke.ts'

const mostBytes = 1_048_576

const log = (services: Services, method: string, pattern: string, status: number, requestId: string): void =>
  services.log.info({ method, pattern, status, requestId }, 'request')

/** They have yet to set up the second step that their organisation asks for: nothing else is open to them. */
const mustSetUp = (actor: Actor | null, route: Route): boolean =>
  actor?.session.limited === true && route.may !== 'anyone' && route.whileLimited !== true

const mount = (app: Hono<Env>, services: Services, route: Route): void => {
  app.on([...route.methods], route.path, async (context) => {
    const { method } = context.req
    const begun = performance.now()
    let status = 500
    try {
      const answer = mustSetUp(context.get('actor'), route)
        ? context.redirect('/account/second-step', 303)
        : await route.serve(context, services)
      status = answer.status
      return answer
    } finally {
      services.metrics.answered({ method, pattern: route.path, status }, (performance.now() - begun) / 1000)
      log(services, method, route.path, status, context.get('requestId'))
    }
  })
}

const guard = (app: Hono<Env>, services: Services): void => {
  app.use(async (context, next) => {
    if (isForeign(context, services.config.publicUrl))
      return sendRefusal(context, services, { kind: 'forbidden', message: '' })
    context.set('actor', await readSession(context, services, context.req.path === sessionPath))
    return next()
  })
  app.use(
    bodyLimit({
      maxSize: mostBytes,
      onError: (context) =>
        sendPage(
          context,
          <TooLargePage shell={shellOf(context, services, context.get('actor'))} limit="1 MB" />,
          413,
        ),
    }),
  )
}

/** The whole web service over its pages: health, assets, then every route; what is not there says so. */
export const createApp = (
  services: Services,
  routes: readonly Route[],
  healthy: () => Promise<boolean>,
): Hono<Env> => {
  const app = new Hono<Env>()
  app.use(withHeaders(services))
  app.get('/health', async (context) => {
    const well = await healthy()
    return context.json({ status: well ? 'up' : 'down', build: services.build }, well ? 200 : 503)
  })
  app.get('/metrics', (context) => serveMetrics(context, services))
  app.route('/', assetRoutes)
  guard(app, services)
  for (const route of routes) mount(app, services, route)
  app.notFound((context) => sendRefusal(context, services, { kind: 'not_found', message: '' }))
  app.onError((error, context) => {
    services.log.error(
      { ...whatBroke(error), method: context.req.method, requestId: context.get('requestId') },
      'failed',
    )
    return sendFailure(context, services)
  })
  return app
}
