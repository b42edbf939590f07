export { addStaff, type NewStaff } from './actions/addStaff.ts'
export { workforceRoutes } from './pages/index.ts'
export { giveLeaversPeopleBack } from './reactions.ts'
export { passwordFault } from './rules.ts'
