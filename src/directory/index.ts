export { registerPrisons } from './actions/registerPrisons.ts'
export { type NewService, registerService } from './actions/registerService.ts'
export {
  addWorkingDays,
  holidayDays,
  isBankHoliday,
  isWorkingDay,
  workingDayAfter,
  workingDayBefore,
} from './bank-holidays.ts'
export type { Nation } from './model.ts'
export { isRecallCode, releaseReason } from './movement-reasons.ts'
export { directoryRoutes } from './pages/index.ts'
export { findPrison, prisonCode } from './prisons.ts'
export { prisonsInUse } from './queries/prisonsInUse.ts'
