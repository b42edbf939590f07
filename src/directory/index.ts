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
export type { Nation, Prison, PrisonFunction, PrisonSource, Sureness } from './model.ts'
export { isRecallCode, type ReleaseMeaning, type ReleaseReason, releaseReason } from './movement-reasons.ts'
export { findPrison, prisonCode, prisons } from './prisons.ts'
export { prisonsInUse } from './queries/prisonsInUse.ts'
