import { type PersonHeader, personHeader } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { RegisterRow, Standing } from '../model.ts'
import { standingOf } from '../rules.ts'
import { agreedAtTriage } from './agreedAtTriage.ts'
import { register } from './register.ts'
import { type InvolvementRequest, unansweredRequests } from './requestOf.ts'
import { type SharedRow, sharedBefore } from './sharedBefore.ts'

/** What is agreed about sharing somebody's record, and what was shared. */
export interface SharingView {
  readonly person: PersonHeader
  readonly agreedOn: Temporal.PlainDate | null
  readonly standing: readonly Standing[]
  readonly history: readonly RegisterRow[]
  readonly shared: readonly SharedRow[]
  /** Who asks to be involved and has no answer yet. */
  readonly asking: readonly InvolvementRequest[]
}

/** Refuses `not_found` for whom this reader may not see. */
export const sharingOf = async (tx: ReadTx, personId: string): Promise<Result<SharingView>> => {
  const person = await personHeader(tx, personId)
  if (!person.ok) return person
  const history = await register(tx, personId)
  return ok({
    person: person.value,
    agreedOn: await agreedAtTriage(tx, personId),
    standing: standingOf(history, tx.today),
    history,
    shared: await sharedBefore(tx, personId),
    asking: await unansweredRequests(tx, personId),
  })
}
