export { addStaff, type NewStaff } from './actions/addStaff.ts'
export { passwordFault } from './rules.ts'
