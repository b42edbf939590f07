import type { Context } from 'hono'
import type { Refusal } from '../result.ts'
import { BadRequestPage, ErrorPage, ForbiddenPage, type Html, NotFoundPage } from '../ui/index.ts'
import type { Env, Services } from './route.ts'
import { shellOf } from './shell.ts'

const statusOf = { invalid: 422, conflict: 409, not_found: 404, forbidden: 403 } as const

/** Sends a page as HTML. */
export const sendPage = (
  context: Context<Env>,
  page: Html,
  status: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 500 = 200,
): Response => context.html(String(page), status)

/** The one place where kinds of refusal become pages and statuses. */
export const sendRefusal = (context: Context<Env>, services: Services, refusal: Refusal): Response => {
  const shell = shellOf(context, services, context.get('actor'))
  const page =
    refusal.kind === 'not_found' ? (
      <NotFoundPage shell={shell} />
    ) : refusal.kind === 'forbidden' ? (
      <ForbiddenPage shell={shell} {...(refusal.message === '' ? {} : { reason: refusal.message })} />
    ) : (
      <BadRequestPage shell={shell} reason={refusal.message} />
    )
  return sendPage(context, page, statusOf[refusal.kind])
}

/** What broke on our side: says so, gives the number to quote, and no detail. */
export const sendFailure = (context: Context<Env>, services: Services): Response =>
  sendPage(
    context,
    <ErrorPage
      shell={shellOf(context, services, context.get('actor'))}
      requestId={context.get('requestId')}
    />,
    500,
  )
