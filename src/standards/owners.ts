import type { Day } from '../platform/day.ts'
import type { Nation, OwnerRole, StandardsContext } from './model.ts'
import type { Occasion } from './occasions/occasion.ts'
import { establishmentOn } from './spells.ts'
import type { Standard } from './standard.ts'

/** Who answers for an obligation. */
export interface Ownership {
  readonly service: string | null
  readonly role: OwnerRole
}

type Directory = StandardsContext['directory']

const prisonOn = (directory: Directory, occasion: Occasion, day: Day) => {
  const code = occasion.spell === null ? null : establishmentOn(occasion.spell, day)
  return code === null ? undefined : directory.establishments.get(code)
}

/** The recovery team of the prison where they were that day; before any prison, whoever recorded it. */
const custodyTeam = (directory: Directory, occasion: Occasion, day: Day): string | null => {
  const { spell, serviceId } = occasion
  if (spell !== null && day < spell.start && serviceId !== null) return serviceId
  const prison = prisonOn(directory, occasion, day)
  return prison === undefined ? occasion.serviceId : prison.recoveryTeam
}

const receiverOn = (occasion: Occasion, day: Day): string | null =>
  occasion.receiverOn === null ? null : occasion.receiverOn(day)

/** The service that answers for it as things stood on `day`: the team moves with the person. */
export const ownerOn = (
  context: StandardsContext,
  owner: Standard['owner'],
  occasion: Occasion,
  day: Day,
): Ownership => {
  const team = (): string | null => custodyTeam(context.directory, occasion, day)
  if (owner.service === 'custody team') return { service: team(), role: owner.role }
  if (owner.service === 'who recorded it') return { service: occasion.serviceId ?? team(), role: owner.role }
  const receiver = receiverOn(occasion, day)
  return receiver === null
    ? { service: team(), role: 'coordinator' }
    : { service: receiver, role: owner.role }
}

/** The nation whose standards and working days apply: the receiving service's, else the prison's. */
export const nationOf = (context: StandardsContext, occasion: Occasion): Nation => {
  const { services } = context.directory
  const receiver = receiverOn(occasion, occasion.day)
  const prison = prisonOn(context.directory, occasion, occasion.day)
  const service = receiver ?? (prison === undefined ? occasion.serviceId : null)
  return (service === null ? undefined : services.get(service)?.nation) ?? prison?.nation ?? 'england'
}
