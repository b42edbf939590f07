import { registerPrisons, registerService } from '../directory/index.ts'
import type { WriteTx } from '../platform/database/transaction.ts'
import { ok, type Result } from '../platform/result.ts'
import { addStaff } from '../workforce/index.ts'
import { type Member, type StaffName, staff } from './staff.ts'
import { type ServiceName, services } from './teams.ts'

/** What everybody of the demonstration signs in with; it is no secret, and only `--demo` makes these accounts. */
export const demonstrationPassword = 'recovery in plain words'

/** Services and staff of the demonstration, by their short names. */
export interface World {
  readonly services: Readonly<Record<ServiceName, string>>
  readonly staff: Readonly<Record<StaffName, string>>
}

const entries = <Name extends string, Value>(
  record: Record<Name, Value>,
): readonly (readonly [Name, Value])[] => Object.entries(record) as [Name, Value][]

/** Builds the prisons, services and staff. */
export const buildWorld = async (tx: WriteTx): Promise<Result<World>> => {
  await registerPrisons(tx)
  const serviceIds: Partial<Record<ServiceName, string>> = {}
  for (const [name, service] of entries(services)) {
    const registered = await registerService(tx, service)
    if (!registered.ok) return registered
    serviceIds[name] = registered.value
  }
  const known = serviceIds as Record<ServiceName, string>
  const staffIds: Partial<Record<StaffName, string>> = {}
  for (const [signInName, member] of entries<StaffName, Member>(staff)) {
    const memberships = member.works.map((name) => ({
      serviceId: known[name],
      role: member.role,
      from: tx.today.subtract({ years: 2 }),
    }))
    const added = await addStaff(tx, {
      name: member.name,
      signInName,
      password: demonstrationPassword,
      memberships,
    })
    if (!added.ok) return added
    staffIds[signInName] = added.value
  }
  return ok({ services: known, staff: staffIds as Record<StaffName, string> })
}
