export { fromToday, type ObligationLink, obligationLink } from './obligation-links.ts'
export { formAddress, returnTo } from './return-to.ts'
