import type { StaffName } from './staff.ts'
import type { ServiceName } from './teams.ts'

/** A prison of the demonstration: its team, who works in it, and where people go from there. */
export interface Post {
  readonly code: string
  readonly team: ServiceName
  readonly health: ServiceName | null
  readonly workers: readonly StaffName[]
  readonly towns: readonly ServiceName[]
  readonly women: boolean
  readonly scottish: boolean
  readonly wings: readonly string[]
}

const wings = ['A', 'B', 'C', 'D']

export const posts = {
  leeds: {
    code: 'LEI',
    team: 'leeds',
    health: 'leedsHealth',
    workers: ['demo.rosa', 'demo.rosa', 'leeds.joan', 'leeds.hari'],
    towns: ['bradford', 'bradford', 'leedsTown', 'wakefield'],
    women: false,
    scottish: false,
    wings,
  },
  isis: {
    code: 'ISI',
    team: 'isis',
    health: 'isisHealth',
    workers: ['demo.idris'],
    towns: ['lambeth', 'croydon'],
    women: false,
    scottish: false,
    wings: ['Thames', 'Meridian'],
  },
  bronzefield: {
    code: 'BZI',
    team: 'bronzefield',
    health: 'bronzefieldHealth',
    workers: ['demo.bea'],
    towns: ['croydon', 'lambeth', 'sheffield'],
    women: true,
    scottish: false,
    wings: ['1', '2', '3'],
  },
  moorland: {
    code: 'MDI',
    team: 'moorland',
    health: null,
    workers: ['moorland.will'],
    towns: ['sheffield', 'wakefield'],
    women: false,
    scottish: false,
    wings: ['1', '2', '3'],
  },
  barlinnie: {
    code: 'BLN',
    team: 'barlinnie',
    health: null,
    workers: ['demo.morag'],
    towns: ['glasgow'],
    women: false,
    scottish: true,
    wings: ['A', 'B', 'Letham'],
  },
  lowMoss: {
    code: 'LOM',
    team: 'lowMoss',
    health: null,
    workers: ['demo.morag'],
    towns: ['glasgow', 'dundee'],
    women: false,
    scottish: true,
    wings: ['Clyde', 'Kelvin'],
  },
  castleHuntly: {
    code: 'CAH',
    team: 'castleHuntly',
    health: null,
    workers: ['castlehuntly.fay'],
    towns: ['dundee', 'glasgow'],
    women: false,
    scottish: true,
    wings: ['Wallace', 'Bruce'],
  },
} as const satisfies Record<string, Post>

/** Who meets people in each community service. */
export const communityWorker: Readonly<Partial<Record<ServiceName, StaffName>>> = {
  bradford: 'demo.amira',
  leedsTown: 'leedstown.ravi',
  wakefield: 'wakefield.wes',
  sheffield: 'sheffield.sue',
  lambeth: 'lambeth.lena',
  croydon: 'croydon.carl',
  glasgow: 'demo.gail',
  dundee: 'dundee.dot',
}
