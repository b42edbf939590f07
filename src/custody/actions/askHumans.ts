import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { questionsOf } from '../questions.ts'
import type { StoredMessage } from './storeMessages.ts'

/** Opens a work item for each thing that messages leave to a human, with the team of the prison that it concerns. */
export const askHumans = async (tx: WriteTx, messages: readonly StoredMessage[]): Promise<void> => {
  const items = messages.flatMap(({ id: message_id, message, holder }) =>
    questionsOf(message).map(({ kind, words }) => ({
      id: tx.ids.next(),
      kind,
      words,
      message_id,
      person_id: holder?.personId ?? null,
      establishment_code: 'establishment_code' in message.told ? message.told.establishment_code : null,
    })),
  )
  if (items.length === 0) return
  await sql`insert into work_item (id, kind, person_id, message_id, establishment_code, words, opened_at)
    select t.id, t.kind, t.person_id, t.message_id, coalesce(e.code, w.establishment_code), t.words, ${tx.now.toString()}::timestamptz
    from json_populate_recordset(null::work_item, ${JSON.stringify(items)}::json) t
      left join establishment e on e.code = t.establishment_code
      left join whereabouts w on w.person_id = t.person_id
    on conflict do nothing`.execute(tx.db)
}
