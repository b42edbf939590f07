import { z } from 'zod'
import type { Route } from '../../platform/http/index.ts'
import { takesPart } from '../acting.ts'
import { markSeen } from '../actions/markSeen.ts'

const handoverAddress = /^\/handovers\/([^/]+)$/

/**
 * The same page, but opened by somebody of the service that was asked, that they saw it is written down first, in a
 * short transaction of its own: looking is what is recorded, as in the audit log, and doing it again changes nothing.
 */
export const seenFirst = (page: Route): Route => ({
  ...page,
  serve: async (context, services) => {
    const actor = context.get('actor')
    const handoverId = handoverAddress.exec(context.req.path)?.[1]
    if (actor !== null && takesPart.includes(actor.role) && z.uuid().safeParse(handoverId).success)
      await services.database.write(actor, (tx) =>
        markSeen(tx, {
          handoverId: handoverId ?? '',
          services: actor.services.map(({ id }) => id),
          staffId: actor.staffId,
        }),
      )
    return page.serve(context, services)
  },
})
