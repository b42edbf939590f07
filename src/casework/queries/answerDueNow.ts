import { sql } from 'kysely'

/**
 * The day by which the sending `o` is to be answered: as it is owed, so that it moves with the release date. Once it is
 * answered, and where nothing is owed of it (before a service's first day), what was said when it was sent.
 */
export const answerDueNow = sql<Temporal.PlainDate>`coalesce((
  select w.due_on from obligation w
  where o.answer is null and w.person_id = o.person_id and w.key = 'handover_accepted:' || o.handover_id || ':' || o.id), o.answer_due)`
