import type { Route } from '../../platform/http/index.ts'
import { joinRoute } from './join.tsx'
import { joinCodePage } from './join-code.tsx'
import { endRolePage, leavingPage } from './leaving.tsx'
import { newRolePage } from './new-role.tsx'
import { newStaffPage } from './new-staff.tsx'
import { staffListPage } from './staff-list.tsx'
import { staffMemberPage } from './staff-member.tsx'

/** Staff and accounts: who is invited, what they may be, and when they leave. */
export const workforceRoutes: readonly Route[] = [
  joinRoute,
  staffListPage,
  newStaffPage,
  staffMemberPage,
  joinCodePage,
  newRolePage,
  endRolePage,
  leavingPage,
]
