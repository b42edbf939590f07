import type { Services } from '../http/route.ts'
import { isPassword, pretendToCheck } from './password.ts'
import { fromAddress, mayTry, type Tried } from './throttle.ts'

/** What came of a name and password. Whose it is goes to the audit log; nobody at the door is told. */
export type Checked =
  | { readonly kind: 'right'; readonly staffId: string; readonly tried: readonly Tried[] }
  | { readonly kind: 'wrong' | 'too_often'; readonly staffId: string | null }

const credentialOf = (services: Services, name: string) =>
  services.database.auth((db) =>
    db
      .selectFrom('credential')
      .innerJoin('staff', 'staff.id', 'credential.staff_id')
      .select(['credential.staff_id', 'password_hash'])
      .where('sign_in_name', '=', name)
      .where('staff.active', '=', true)
      .executeTakeFirst(),
  )

/**
 * Checks a name and password. A known name, an unknown one and one that was tried too often take the same work, so that
 * neither the answer nor its time says whether there is such an account.
 */
export const checkPassword = async (
  services: Services,
  address: string | null,
  typed: { readonly name: string; readonly password: string },
): Promise<Checked> => {
  const name = typed.name.trim().toLowerCase()
  const tried: readonly Tried[] = [{ kind: 'account', whose: name }, fromAddress(address)]
  const may = await mayTry(services, ...tried)
  const credential = await credentialOf(services, name)
  const right =
    credential === undefined
      ? await pretendToCheck(typed.password)
      : await isPassword(typed.password, credential.password_hash)
  const staffId = credential?.staff_id ?? null
  if (!may) return { kind: 'too_often', staffId }
  return right && staffId !== null ? { kind: 'right', staffId, tried } : { kind: 'wrong', staffId }
}
