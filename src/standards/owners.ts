import type { Day } from '../platform/day.ts'
import type { Nation, OwnerRole, StandardsContext } from './model.ts'
import type { Occasion } from './occasions/occasion.ts'
import { type Spell, type Whereabouts, whereaboutsOn } from './spells.ts'
import type { Standard } from './standard.ts'

/** Who answers for an obligation. */
export interface Ownership {
  readonly service: string | null
  readonly role: OwnerRole
}

type Directory = StandardsContext['directory']

type Prison = ReturnType<Directory['establishments']['get']>

/** Finds the prison of a day of a spell. */
export type PrisonOn = (spell: Spell | null, day: Day) => Prison

/** Remembers the stay that was asked for last: most of what is owed to somebody is about one. */
export const prisonsIn = (directory: Directory): PrisonOn => {
  let last: { readonly spell: Spell; readonly stay: Whereabouts; readonly prison: Prison } | null = null
  return (spell, day) => {
    if (spell === null) return undefined
    if (last !== null && last.spell === spell && day >= last.stay.from && day < last.stay.to)
      return last.prison
    const stay = whereaboutsOn(spell, day)
    const prison = stay.establishment === null ? undefined : directory.establishments.get(stay.establishment)
    last = { spell, stay, prison }
    return prison
  }
}

/** Finds the day on which a service began to work with Throughcare; null: it always has. */
export type LiveFrom = (service: string | null) => Day | null

/** Remembers the service that was asked for last, as `prisonsIn` does the stay. */
export const firstDaysIn = (directory: Directory): LiveFrom => {
  let last: string | null = null
  let from: Day | null = null
  return (service) => {
    if (service === last) return from
    last = service
    from = service === null ? null : (directory.services.get(service)?.liveFrom ?? null)
    return from
  }
}

/** The recovery team of the prison where they were that day; before any prison, whoever recorded it. */
const custodyTeam = (prisonOn: PrisonOn, occasion: Occasion, day: Day): string | null => {
  const { spell, serviceId } = occasion
  if (spell !== null && day < spell.start && serviceId !== null) return serviceId
  const prison = prisonOn(spell, day)
  return prison === undefined ? occasion.serviceId : prison.recoveryTeam
}

const receiverOn = (occasion: Occasion, day: Day): string | null =>
  occasion.receiverOn === null ? null : occasion.receiverOn(day)

/** The service that answers for it as things stood on `day`: the team moves with the person. */
export const ownerOn = (
  prisonOn: PrisonOn,
  owner: Standard['owner'],
  occasion: Occasion,
  day: Day,
): Ownership => {
  const outside = owner.service === 'receiving service' || owner.service === 'follow-up'
  const receiver = outside ? receiverOn(occasion, day) : null
  if (receiver !== null) return { service: receiver, role: owner.role }
  const recorder = owner.service === 'who recorded it' ? occasion.serviceId : null
  return {
    service: recorder ?? custodyTeam(prisonOn, occasion, day),
    role: outside ? 'coordinator' : owner.role,
  }
}

/** The nation whose standards and working days apply: the receiving service's, else the prison's. */
export const nationOf = (directory: Directory, prisonOn: PrisonOn, occasion: Occasion): Nation => {
  const receiver = receiverOn(occasion, occasion.day)
  const prison = prisonOn(occasion.spell, occasion.day)
  const service = receiver ?? (prison === undefined ? occasion.serviceId : null)
  return (
    (service === null ? undefined : directory.services.get(service)?.nation) ?? prison?.nation ?? 'england'
  )
}
