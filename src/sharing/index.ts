export { endBasis } from './actions/endBasis.ts'
export { type NewBasis, recordBasis } from './actions/recordBasis.ts'
export {
  type Basis,
  basisWords,
  explainedWords,
  explanations,
  type How,
  hows,
  howWords,
  partWords,
  type Standing,
} from './model.ts'
export { sharingRoutes } from './pages/index.ts'
export { agreedAtTriage } from './queries/agreedAtTriage.ts'
export { standingFor } from './queries/standingFor.ts'
export { notCovered } from './rules.ts'
