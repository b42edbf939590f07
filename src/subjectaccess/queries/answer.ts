import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { StoredField } from '../model.ts'
import { type AccessRequest, accessRequest } from './accessRequest.ts'

/** One row of the answer, with what was withheld already out of it. */
export interface AnsweredItem {
  readonly section: string
  readonly heading: string
  readonly day: Temporal.PlainDate | null
  readonly fields: readonly { readonly label: string; readonly words: string; readonly withheld: boolean }[]
}

/** The parts of an answer that have left and that this reader may read. */
export interface Answer {
  readonly request: AccessRequest
  readonly items: readonly AnsweredItem[]
}

interface Row {
  readonly section: string
  readonly heading: string
  readonly day: Temporal.PlainDate | null
  readonly fields: readonly StoredField[]
  readonly passages: readonly {
    readonly id: string
    readonly words: string
    readonly decision: string
    readonly reason: string | null
  }[]
}

const answered = ({ section, heading, day, fields, passages }: Row): AnsweredItem => ({
  section,
  heading,
  day,
  fields: fields.map(({ label, words, passage }) => {
    if (words !== undefined) return { label, words, withheld: false }
    const found = passages.find(({ id }) => id === passage)
    return found?.decision === 'kept'
      ? { label, words: found.words, withheld: false }
      : { label, words: `Withheld: ${found?.reason ?? 'not decided'}`, withheld: true }
  }),
})

/** What may leave of a request: refused as nothing there until it has been let go. */
export const answerTo = async (tx: Pick<ReadTx, 'db'>, requestId: string): Promise<Result<Answer>> => {
  const request = await accessRequest(tx, requestId)
  if (!request.ok) return request
  if (request.value.left.length === 0)
    return refused('not_found', 'Nothing of this request has been released.')
  const rows = await sql<Row>`
    select i.section, i.heading, i.day, i.fields,
      coalesce((select json_agg(json_build_object('id', p.id, 'words', p.words, 'decision', p.decision, 'reason', p.reason)) from access_passage p where p.item_id = i.id), '[]') as passages
    from access_item i where i.request_id = ${requestId} and i.class = any (${request.value.left}::record_class[])
    order by i.source <> 'person', i.source, i.day nulls last, i.id`.execute(tx.db)
  return ok({ request: request.value, items: rows.rows.map(answered) })
}
