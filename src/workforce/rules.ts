export { passwordFault } from '../platform/password-rules.ts'
