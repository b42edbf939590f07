import type { StaffRole } from '../platform/database/schema.ts'
import type { ServiceName } from './teams.ts'

/** A member of staff, and where they work. */
export interface Member {
  readonly name: string
  readonly role: StaffRole
  readonly works: readonly ServiceName[]
}

/** The staff of the demonstration, by what they sign in with; `demo.` can be chosen on the sign-in page. */
export const staff = {
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
