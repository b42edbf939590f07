import type { House } from '../../src/compose.ts'
import { type NewService, registerPrisons, registerService } from '../../src/directory/index.ts'
import type { StaffRole } from '../../src/platform/database/schema.ts'
import { ok } from '../../src/platform/result.ts'
import { addStaff } from '../../src/workforce/index.ts'

const services = {
  leeds: {
    organisation: 'Northern Recovery',
    code: 'PRI-LEI',
    name: 'Leeds recovery team',
    setting: 'custody',
    kind: 'recovery',
    establishment: 'LEI',
    nation: 'england',
    phone: '0113 496 0001',
  },
  leedsHealth: {
    organisation: 'Northern Health',
    code: 'HC-LEI',
    name: 'Leeds healthcare',
    setting: 'custody',
    kind: 'clinical',
    establishment: 'LEI',
    nation: 'england',
  },
  leedsWing: {
    organisation: 'HMP Leeds',
    code: 'KW-LEI',
    name: 'Leeds key work',
    setting: 'custody',
    kind: 'key_work',
    establishment: 'LEI',
    nation: 'england',
  },
  isis: {
    organisation: 'London Recovery',
    code: 'PRI-ISI',
    name: 'Isis recovery team',
    setting: 'custody',
    kind: 'recovery',
    establishment: 'ISI',
    nation: 'england',
    phone: '020 7946 0002',
  },
  bradford: {
    organisation: 'Bridge Bradford',
    code: 'COM-BRA',
    name: 'Bradford community service',
    setting: 'community',
    kind: 'recovery',
    nation: 'england',
    town: 'Bradford',
    area: 'Bradford district',
    phone: '01274 496 003',
  },
  wakefield: {
    organisation: 'Wakefield Together',
    code: 'COM-WAK',
    name: 'Wakefield community service',
    setting: 'community',
    kind: 'recovery',
    nation: 'england',
    town: 'Wakefield',
    area: 'Wakefield district',
    phone: '01924 496 004',
  },
  glasgow: {
    organisation: 'Clyde Recovery',
    code: 'COM-GLA',
    name: 'Glasgow community service',
    setting: 'community',
    kind: 'recovery',
    nation: 'scotland',
    town: 'Glasgow',
    area: 'Glasgow city',
  },
} as const satisfies Record<string, NewService>

export type ServiceName = keyof typeof services

const people: Record<string, { service: ServiceName; role: StaffRole }> = {
  rosa: { service: 'leeds', role: 'recovery_worker' },
  colin: { service: 'leeds', role: 'coordinator' },
  tessa: { service: 'leeds', role: 'team_leader' },
  nadia: { service: 'leedsHealth', role: 'clinical' },
  kev: { service: 'leedsWing', role: 'key_worker' },
  isla: { service: 'isis', role: 'recovery_worker' },
  amira: { service: 'bradford', role: 'community_worker' },
  wes: { service: 'wakefield', role: 'community_worker' },
  gail: { service: 'glasgow', role: 'community_worker' },
  otto: { service: 'leedsWing', role: 'offender_manager' },
  pru: { service: 'bradford', role: 'probation' },
  cora: { service: 'bradford', role: 'court_team' },
  finn: { service: 'leeds', role: 'facilitator' },
  mo: { service: 'leeds', role: 'peer_mentor' },
  sid: { service: 'leedsWing', role: 'strategy_lead' },
  commy: { service: 'bradford', role: 'commissioner' },
  ada: { service: 'leeds', role: 'administrator' },
  chas: { service: 'leedsWing', role: 'key_work_champion' },
}

export const townPassword = 'three random words do well'

/** A small world for tests: two prison teams, three community services, and one of every role. */
export interface Town {
  readonly services: Readonly<Record<ServiceName, string>>
  /** Staff by sign-in name. */
  readonly staff: Readonly<Record<string, { readonly id: string; readonly role: StaffRole }>>
}

export const buildTown = async (house: House): Promise<Town> => {
  const built = await house.database.intake(async (tx) => {
    await registerPrisons(tx)
    const ids: Partial<Record<ServiceName, string>> = {}
    for (const [name, service] of Object.entries(services) as [ServiceName, NewService][]) {
      const registered = await registerService(tx, service)
      if (!registered.ok) return registered
      ids[name] = registered.value
    }
    const known = ids as Record<ServiceName, string>
    const staff: Record<string, { id: string; role: StaffRole }> = {}
    for (const [name, { service, role }] of Object.entries(people)) {
      const added = await addStaff(tx, {
        name: `${name[0]?.toUpperCase()}${name.slice(1)} Example`,
        signInName: name,
        password: townPassword,
        memberships: [{ serviceId: known[service], role, from: tx.today.subtract({ years: 1 }) }],
      })
      if (!added.ok) return added
      staff[name] = { id: added.value, role }
    }
    return ok({ services: known, staff })
  })
  if (!built.ok) throw new Error(built.refusal.message)
  return built.value
}
