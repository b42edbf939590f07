import { type NewService, registerPrisons, registerService } from '../directory/index.ts'
import type { StaffRole } from '../platform/database/schema.ts'
import type { WriteTx } from '../platform/database/transaction.ts'
import { ok, type Result } from '../platform/result.ts'
import { addStaff } from '../workforce/index.ts'

type Team = Omit<NewService, 'nation' | 'setting' | 'kind'> & Partial<Pick<NewService, 'kind' | 'nation'>>

const inPrison = (team: Team): NewService => ({
  nation: 'england',
  kind: 'recovery',
  ...team,
  setting: 'custody',
})
const outside = (team: Team): NewService => ({
  nation: 'england',
  kind: 'recovery',
  ...team,
  setting: 'community',
})

const services = {
  leeds: inPrison({
    organisation: 'Aire Recovery',
    code: 'PRI-LEI',
    name: 'Leeds recovery team',
    establishment: 'LEI',
    phone: '0113 496 0101',
  }),
  isis: inPrison({
    organisation: 'Thames Recovery',
    code: 'PRI-ISI',
    name: 'Isis recovery team',
    establishment: 'ISI',
    phone: '020 7946 0102',
  }),
  bronzefield: inPrison({
    organisation: 'Thames Recovery',
    code: 'PRI-BZI',
    name: 'Bronzefield recovery team',
    establishment: 'BZI',
    phone: '01784 496 0103',
  }),
  moorland: inPrison({
    organisation: 'Aire Recovery',
    code: 'PRI-MDI',
    name: 'Moorland recovery team',
    establishment: 'MDI',
    phone: '01302 496 0104',
  }),
  barlinnie: inPrison({
    organisation: 'Clyde Recovery',
    code: 'PRI-BLN',
    name: 'Barlinnie recovery team',
    establishment: 'BLN',
    nation: 'scotland',
    phone: '0141 496 0105',
  }),
  lowMoss: inPrison({
    organisation: 'Clyde Recovery',
    code: 'PRI-LOM',
    name: 'Low Moss recovery team',
    establishment: 'LOM',
    nation: 'scotland',
    phone: '0141 496 0106',
  }),
  castleHuntly: inPrison({
    organisation: 'Clyde Recovery',
    code: 'PRI-CAH',
    name: 'Castle Huntly recovery team',
    establishment: 'CAH',
    nation: 'scotland',
    phone: '01382 496 0107',
  }),
  leedsHealth: inPrison({
    organisation: 'Aire Health in Justice',
    code: 'HC-LEI',
    name: 'Leeds healthcare',
    establishment: 'LEI',
    kind: 'clinical',
    phone: '0113 496 0201',
  }),
  isisHealth: inPrison({
    organisation: 'Thames Health in Justice',
    code: 'HC-ISI',
    name: 'Isis healthcare',
    establishment: 'ISI',
    kind: 'clinical',
  }),
  bronzefieldHealth: inPrison({
    organisation: 'Thames Health in Justice',
    code: 'HC-BZI',
    name: 'Bronzefield healthcare',
    establishment: 'BZI',
    kind: 'clinical',
  }),
  leedsKeyWork: inPrison({
    organisation: 'HMP Leeds',
    code: 'KW-LEI',
    name: 'Leeds key work',
    establishment: 'LEI',
    kind: 'key_work',
  }),
  leedsOffenderManagement: inPrison({
    organisation: 'HMP Leeds',
    code: 'OMU-LEI',
    name: 'Leeds offender management',
    establishment: 'LEI',
    kind: 'offender_management',
  }),
  bradford: outside({
    organisation: 'Bridge Bradford',
    code: 'COM-BRA',
    name: 'Bridge Bradford',
    town: 'Bradford',
    area: 'Bradford district',
    phone: '01274 496 0301',
    outOfHoursPhone: '01274 496 0399',
  }),
  leedsTown: outside({
    organisation: 'Forward Leeds Way',
    code: 'COM-LEE',
    name: 'Leeds Way community service',
    town: 'Leeds',
    area: 'Leeds city',
    phone: '0113 496 0302',
    openWeekdays: [1, 2, 3, 4, 5, 6],
  }),
  wakefield: outside({
    organisation: 'Wakefield Together',
    code: 'COM-WAK',
    name: 'Wakefield Together',
    town: 'Wakefield',
    area: 'Wakefield district',
    phone: '01924 496 0303',
  }),
  sheffield: outside({
    organisation: 'Steel City Recovery',
    code: 'COM-SHE',
    name: 'Steel City Recovery',
    town: 'Sheffield',
    area: 'Sheffield city',
    phone: '0114 496 0304',
  }),
  lambeth: outside({
    organisation: 'South Bank Recovery',
    code: 'COM-LAM',
    name: 'Lambeth community service',
    town: 'Lambeth',
    area: 'Lambeth',
    phone: '020 7946 0305',
  }),
  croydon: outside({
    organisation: 'South Bank Recovery',
    code: 'COM-CRO',
    name: 'Croydon community service',
    town: 'Croydon',
    area: 'Croydon',
    phone: '020 7946 0306',
  }),
  glasgow: outside({
    organisation: 'Glasgow Recovery Communities',
    code: 'COM-GLA',
    name: 'Glasgow community service',
    town: 'Glasgow',
    area: 'Glasgow city',
    nation: 'scotland',
    phone: '0141 496 0307',
  }),
  dundee: outside({
    organisation: 'Tayside Recovery',
    code: 'COM-DUN',
    name: 'Dundee community service',
    town: 'Dundee',
    area: 'Dundee and Angus',
    nation: 'scotland',
    phone: '01382 496 0308',
  }),
  strategy: inPrison({
    organisation: 'HMP Leeds',
    code: 'STR-LEI',
    name: 'Leeds drug strategy',
    establishment: 'LEI',
    kind: 'strategy',
  }),
  groups: inPrison({
    organisation: 'Aire Recovery',
    code: 'GRP-LEI',
    name: 'Leeds groups and cafés',
    establishment: 'LEI',
    kind: 'groups',
  }),
  probation: outside({
    organisation: 'West Yorkshire probation',
    code: 'PRO-WYK',
    name: 'West Yorkshire probation',
    kind: 'probation',
    town: 'Leeds',
  }),
  court: outside({
    organisation: 'Glasgow drug court',
    code: 'CRT-GLA',
    name: 'Glasgow drug court team',
    kind: 'court',
    nation: 'scotland',
    town: 'Glasgow',
  }),
  commissioning: outside({
    organisation: 'Yorkshire health and justice',
    code: 'CMN-YOR',
    name: 'Yorkshire commissioning',
    kind: 'commissioning',
  }),
  running: outside({
    organisation: 'Aire Recovery',
    code: 'ADM-AIR',
    name: 'Aire Recovery administration',
    kind: 'administration',
  }),
} satisfies Record<string, NewService>

export type ServiceName = keyof typeof services

interface Member {
  readonly name: string
  readonly role: StaffRole
  readonly works: readonly ServiceName[]
}

const staff = {
  'demo.rosa': { name: 'Rosa Martin', role: 'recovery_worker', works: ['leeds'] },
  'demo.colin': { name: 'Colin Fraser', role: 'coordinator', works: ['leeds', 'moorland'] },
  'demo.tessa': { name: 'Tessa Okafor', role: 'team_leader', works: ['leeds'] },
  'demo.nadia': { name: 'Nadia Rahman', role: 'clinical', works: ['leedsHealth'] },
  'demo.amira': { name: 'Amira Khan', role: 'community_worker', works: ['bradford'] },
  'demo.bea': { name: 'Bea Lawson', role: 'recovery_worker', works: ['bronzefield'] },
  'demo.idris': { name: 'Idris Cole', role: 'recovery_worker', works: ['isis'] },
  'demo.morag': { name: 'Morag Sinclair', role: 'recovery_worker', works: ['barlinnie', 'lowMoss'] },
  'demo.gail': { name: 'Gail Munro', role: 'community_worker', works: ['glasgow'] },
  'demo.kevin': { name: 'Kevin Doyle', role: 'key_worker', works: ['leedsKeyWork'] },
  'demo.chas': { name: 'Chas Obi', role: 'key_work_champion', works: ['leedsKeyWork'] },
  'demo.owen': { name: 'Owen Price', role: 'offender_manager', works: ['leedsOffenderManagement'] },
  'demo.priya': { name: 'Priya Nair', role: 'probation', works: ['probation'] },
  'demo.cora': { name: 'Cora Bell', role: 'court_team', works: ['court'] },
  'demo.finn': { name: 'Finn Grady', role: 'facilitator', works: ['groups'] },
  'demo.mo': { name: 'Mo Ali', role: 'peer_mentor', works: ['groups'] },
  'demo.sid': { name: 'Sid Lowe', role: 'strategy_lead', works: ['strategy'] },
  'demo.connie': { name: 'Connie Marsh', role: 'commissioner', works: ['commissioning'] },
  'demo.ada': { name: 'Ada Frost', role: 'administrator', works: ['running'] },
  'leeds.joan': { name: 'Joan Pickles', role: 'recovery_worker', works: ['leeds'] },
  'leeds.hari': { name: 'Hari Sandhu', role: 'recovery_worker', works: ['leeds'] },
  'moorland.will': { name: 'Will Tate', role: 'recovery_worker', works: ['moorland'] },
  'castlehuntly.fay': { name: 'Fay Ogilvie', role: 'recovery_worker', works: ['castleHuntly'] },
  'leedstown.ravi': { name: 'Ravi Joshi', role: 'community_worker', works: ['leedsTown'] },
  'wakefield.wes': { name: 'Wes Hardy', role: 'community_worker', works: ['wakefield'] },
  'sheffield.sue': { name: 'Sue Platt', role: 'community_worker', works: ['sheffield'] },
  'lambeth.lena': { name: 'Lena Osei', role: 'community_worker', works: ['lambeth'] },
  'croydon.carl': { name: 'Carl Boateng', role: 'community_worker', works: ['croydon'] },
  'dundee.dot': { name: 'Dot Crerar', role: 'community_worker', works: ['dundee'] },
} satisfies Record<string, Member>

export type StaffName = keyof typeof staff

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
