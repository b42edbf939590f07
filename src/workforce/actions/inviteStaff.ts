import type { StaffRole } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { keptServices } from '../queries/keptServices.ts'
import { rolesIn } from '../rules.ts'

export interface NewPost {
  readonly serviceId: string
  readonly role: StaffRole
  readonly from: Temporal.PlainDate
  /** The role of whoever gives it. */
  readonly givenAs: StaffRole
}

/** Refuses a service whose accounts the actor does not keep, and a role that is not given there. */
const checkPost = async (tx: WriteTx, post: NewPost): Promise<Result<string>> => {
  const service = (await keptServices(tx)).find(({ id }) => id === post.serviceId)
  if (service === undefined) return refused('invalid', 'Choose one of your services', 'service')
  if (!rolesIn(service, post.givenAs).includes(post.role))
    return refused('invalid', `Choose a role that people have in ${service.name}`, 'post')
  return ok(service.name)
}

const addPost = (tx: WriteTx, staffId: string, { serviceId, role, from }: NewPost) =>
  tx.db
    .insertInto('membership')
    .values({ id: tx.ids.next(), staff_id: staffId, service_id: serviceId, role, from_day: from })
    .execute()

/** Adds a member of staff with one role; they sign in once they have used a code (`makeJoinCode`). Answers with their id. */
export const inviteStaff = async (
  tx: WriteTx,
  { name, post }: { readonly name: string; readonly post: NewPost },
): Promise<Result<string>> => {
  const checked = await checkPost(tx, post)
  if (!checked.ok) return checked
  const service = await tx.db
    .selectFrom('service')
    .select('organisation_id')
    .where('id', '=', post.serviceId)
    .executeTakeFirstOrThrow()
  const id = tx.ids.next()
  await tx.db
    .insertInto('staff')
    .values({ id, organisation_id: service.organisation_id, full_name: name, created_at: tx.now })
    .execute()
  await addPost(tx, id, post)
  return ok(id)
}

/** Gives somebody another role, or the same in another service; refuses one that they hold, and one for oneself. */
export const giveRole = async (tx: WriteTx, staffId: string, post: NewPost): Promise<Result<string>> => {
  if (staffId === tx.actor?.staffId)
    return refused('invalid', 'Nobody gives themself a role. Ask another leader or the administrator', 'post')
  const checked = await checkPost(tx, post)
  if (!checked.ok) return checked
  const held = await tx.db
    .selectFrom('membership')
    .select('id')
    .where('staff_id', '=', staffId)
    .where('service_id', '=', post.serviceId)
    .where('role', '=', post.role)
    .where((at) => at.or([at('to_day', 'is', null), at('to_day', '>=', post.from)]))
    .executeTakeFirst()
  if (held !== undefined) return refused('invalid', 'They have this role there already', 'post')
  await addPost(tx, staffId, post)
  return checked
}
