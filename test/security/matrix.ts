/** One of every role of the town, by sign-in name. */
export const everyone = [
  'rosa',
  'colin',
  'tessa',
  'nadia',
  'amira',
  'kev',
  'chas',
  'otto',
  'pru',
  'cora',
  'finn',
  'mo',
  'sid',
  'commy',
  'ada',
] as const

export type Who = (typeof everyone)[number]
type Some = readonly Who[]

const prisonRecovery: Some = ['rosa', 'colin', 'tessa']
const nurse: Some = ['nadia']
const community: Some = ['amira']
const leader: Some = ['tessa']
const keepers: Some = ['tessa', 'ada']
const recovery: Some = [...prisonRecovery, ...community]
const prison: Some = [...prisonRecovery, ...nurse]
const teams: Some = [...prison, ...community]
const keyWork: Some = ['kev', 'chas']
const managers: Some = ['otto', 'pru', 'cora']
const raising: Some = [...teams, ...keyWork, ...managers]
const withPeople: Some = [...raising, 'finn']
const handingOver: Some = [...teams, ...managers]
const keeping: Some = ['tessa', 'ada']
const measuring: Some = [...teams, 'sid', 'commy']

/** What each role finds at an address: `ok` a page, `missing` nothing (as if it were not there), everybody else is told no. */
export interface Page {
  /** Whom the address is about, of the scene. */
  readonly of?: 'held' | 'sent' | 'left'
  readonly ok: Some
  readonly missing?: Some
}

/** A form that other pages show: it is only sent, never opened. */
interface Sent {
  readonly sentOnly: true
}

/** One row for every path of the service (product.md, "Who may see what"). */
export const matrix: Readonly<Record<string, Page | Sent>> = {
  '/sign-in': { ok: everyone },
  '/sign-in/as': { sentOnly: true },
  '/sign-out': { sentOnly: true },
  '/': { ok: everyone },
  '/sign-in/code': { ok: everyone },
  '/sign-in/recovery-code': { ok: everyone },
  '/account': { ok: everyone },
  '/account/role': { sentOnly: true },
  '/account/password': { ok: everyone },
  '/account/second-step': { ok: everyone },
  '/account/second-step/off': { ok: everyone },
  '/account/recovery-codes': { ok: everyone },
  '/account/passkeys/new': { ok: everyone },
  '/account/passkeys/options': { sentOnly: true },
  '/account/passkeys': { sentOnly: true },
  '/account/passkeys/remove': { ok: everyone },
  '/sign-in/passkey/options': { sentOnly: true },
  '/sign-in/passkey': { sentOnly: true },
  '/session': { ok: everyone },
  '/session/stay': { sentOnly: true },
  '/account/sessions/:sessionId/end': { sentOnly: true },
  '/account/sessions/end-all': { sentOnly: true },
  '/today': { ok: teams },
  '/today/owed': { ok: teams },
  '/team': { ok: leader },
  '/caseload': { ok: [...teams, ...keyWork, ...managers] },
  '/team/figures': { ok: leader },
  '/team/allocate': { ok: leader },
  '/team/limits/:serviceId/:staffId': { of: 'held', ok: leader },
  '/leave': { ok: [...teams, ...keyWork, ...managers] },
  '/leave/new': { ok: [...teams, ...keyWork, ...managers] },
  '/leave/:leaveId': {
    of: 'held',
    ok: prisonRecovery,
    missing: [...nurse, ...community, ...keyWork, ...managers],
  },
  '/leave/:leaveId/return': {
    of: 'held',
    ok: ['rosa', 'tessa'],
    missing: ['colin', ...nurse, ...community, ...keyWork, ...managers],
  },
  '/leave/:leaveId/cover': {
    of: 'held',
    ok: ['rosa', 'tessa'],
    missing: ['colin', ...nurse, ...community, ...keyWork, ...managers],
  },
  '/people/:personId/workers': { of: 'sent', ok: [...teams, ...keyWork, ...managers] },
  '/people/:personId/hand-back': {
    of: 'held',
    ok: ['rosa'],
    missing: ['colin', 'tessa', ...nurse, ...community],
  },
  '/people/:personId/complexity': { of: 'held', ok: prisonRecovery, missing: community },
  '/notices/:noticeId/seen': { of: 'held', ok: prisonRecovery, missing: [...nurse, ...community] },
  '/people/:personId/refer': { of: 'sent', ok: recovery },
  '/people/:personId/allocate': { of: 'sent', ok: teams },
  '/people/:personId/treatment/start': { of: 'sent', ok: recovery },
  '/people/:personId/interventions/:interventionId/end': {
    of: 'held',
    ok: prisonRecovery,
    missing: community,
  },
  '/people/:personId/episodes/:episodeId/end': { of: 'held', ok: prisonRecovery, missing: community },
  '/drafts': { ok: withPeople },
  '/drafts/:draftId/discard': {
    of: 'held',
    ok: ['rosa'],
    missing: withPeople.filter((who) => who !== 'rosa'),
  },
  '/people/:personId/contacts': { of: 'sent', ok: withPeople },
  '/people/:personId/contacts/:contactId': {
    of: 'held',
    ok: prisonRecovery.concat(nurse),
    missing: community,
  },
  '/people/:personId/contacts/new': { of: 'sent', ok: teams },
  '/people/:personId/contacts/plan': { of: 'sent', ok: teams },
  '/people/:personId/contacts/:contactId/move': {
    of: 'held',
    ok: prisonRecovery,
    missing: [...nurse, ...community],
  },
  '/people/:personId/contacts/:contactId/call-off': {
    of: 'held',
    ok: prisonRecovery,
    missing: [...nurse, ...community],
  },
  '/people/:personId/contacts/:contactId/outcome': {
    of: 'held',
    ok: prisonRecovery,
    missing: [...nurse, ...community],
  },
  '/people/:personId/arrival-screen': { of: 'held', ok: prison },
  '/people/:personId/safety-response': { of: 'sent', ok: teams },
  '/people/:personId/clinical-look': { of: 'held', ok: nurse },
  '/people/:personId/medicines': { of: 'held', ok: nurse },
  '/people/:personId/triage': { of: 'held', ok: prisonRecovery },
  '/people/:personId/naloxone': { of: 'held', ok: prison },
  '/people/:personId/naloxone/training': { of: 'held', ok: prisonRecovery },
  '/people/:personId/naloxone/kit': { of: 'held', ok: nurse },
  '/people/:personId/court-date': { of: 'held', ok: prisonRecovery },
  '/people/:personId/contact-frequency': { of: 'held', ok: prisonRecovery },
  '/people/:personId/assessments': { of: 'sent', ok: teams },
  '/people/:personId/assessments/comprehensive': { of: 'sent', ok: recovery },
  '/people/:personId/assessments/comprehensive/came': { of: 'sent', ok: recovery },
  '/people/:personId/assessments/comprehensive/check': { of: 'sent', ok: recovery },
  '/people/:personId/assessments/comprehensive/:section': { of: 'sent', ok: recovery },
  '/people/:personId/assessments/summary/:assessmentId': { of: 'sent', ok: teams },
  '/people/:personId/records/:factId': { of: 'sent', ok: teams, missing: [...keyWork, ...managers] },
  '/people/:personId/plan': { of: 'sent', ok: raising },
  '/people/:personId/plan/want': { of: 'sent', ok: recovery },
  '/people/:personId/plan/goals/new': { of: 'held', ok: prisonRecovery, missing: community },
  '/people/:personId/plan/goals/:goalId': { of: 'held', ok: prisonRecovery, missing: community },
  '/people/:personId/plan/agree': { of: 'held', ok: prisonRecovery, missing: community },
  '/people/:personId/plan/review': { of: 'held', ok: prisonRecovery, missing: community },
  '/people/:personId/plan/copy': { of: 'sent', ok: teams, missing: [...keyWork, ...managers] },
  '/people/:personId/plan/records/:planRecordId': { of: 'sent', ok: teams },
  '/people/:personId/risk': { of: 'sent', ok: teams },
  '/people/:personId/risk/plan': { of: 'sent', ok: recovery },
  '/people/:personId/risk/review': { of: 'sent', ok: recovery },
  '/people/:personId/risk/print': { of: 'sent', ok: teams },
  '/people/:personId/history': { of: 'sent', ok: withPeople },
  '/people/:personId/movements/new': { of: 'sent', ok: recovery },
  '/people/:personId/release-dates/new': { of: 'sent', ok: prisonRecovery },
  '/people/:personId/release': { of: 'sent', ok: withPeople },
  '/people/:personId/merges/:mergeId/undo': { of: 'sent', ok: prisonRecovery },
  '/handovers': { ok: handingOver },
  '/people/:personId/handover/new': { of: 'held', ok: prison },
  '/handovers/:handoverId': { of: 'sent', ok: handingOver },
  '/handovers/:handoverId/to-whom': { of: 'held', ok: prison },
  '/handovers/:handoverId/what-goes': { of: 'held', ok: prison },
  '/handovers/:handoverId/basis': { of: 'held', ok: prison },
  '/handovers/:handoverId/check': { of: 'held', ok: prison },
  '/handovers/:handoverId/accept': { of: 'sent', ok: community, missing: prison },
  '/handovers/:handoverId/decline': { of: 'sent', ok: community, missing: prison },
  '/handovers/:handoverId/withdraw': { of: 'held', ok: prison },
  '/handovers/:handoverId/close': { of: 'held', ok: prison },
  '/handovers/:handoverId/message': { of: 'sent', ok: teams },
  '/handovers/:handoverId/appointment': { of: 'sent', ok: teams },
  '/handovers/:handoverId/outcome': { of: 'sent', ok: teams },
  '/handovers/:handoverId/treatment': { of: 'sent', ok: community, missing: prison },
  '/people/:personId/sharing': { of: 'sent', ok: teams },
  '/people/:personId/sharing/new': { of: 'held', ok: prison },
  '/people/:personId/sharing/basis': { of: 'held', ok: prison },
  '/people/:personId/sharing/printed': { of: 'held', ok: prison },
  '/connect/:requestId': { of: 'held', ok: prison },
  '/people/:personId/sharing/:basisId/end': { of: 'sent', ok: teams },
  '/people/:personId/accommodation': { of: 'sent', ok: teams },
  '/people/:personId/medicines-bridge': { of: 'held', ok: nurse },
  '/people/:personId/overdose-advice': { of: 'sent', ok: recovery },
  '/people/:personId/follow-up': { of: 'sent', ok: teams },
  '/people/:personId/follow-up/close': { of: 'held', ok: leader },
  '/people/:personId/call-sheet': { of: 'left', ok: prisonRecovery, missing: nurse },
  '/people': { ok: withPeople },
  '/people/connect': { ok: recovery },
  '/people/take-up': { ok: recovery },
  '/people/:personId/contact-details': { of: 'sent', ok: recovery },
  '/people/:personId/details': { of: 'sent', ok: recovery },
  '/people/:personId/safety-flags/new': { of: 'sent', ok: raising },
  '/people/:personId/safety-flags': { of: 'held', ok: prison },
  '/people/:personId/identifiers': { of: 'sent', ok: recovery },
  '/people/:personId': { of: 'sent', ok: withPeople },
  '/continuity': { ok: measuring },
  '/continuity/chart.svg': { ok: teams },
  '/continuity/people': { ok: teams },
  '/people/:personId/notes/new': { of: 'sent', ok: withPeople },
  '/people/:personId/notes/:noteId': { of: 'sent', ok: teams, missing: [...keyWork, ...managers, 'finn'] },
  '/people/:personId/notes/:noteId/copy': { of: 'sent', ok: teams, missing: keyWork },
  '/people/:personId/notes/:noteId/amend': { of: 'held', ok: prison, missing: [...community, ...keyWork] },
  '/releases': { ok: teams },
  '/feed': { ok: prisonRecovery },
  '/feed/:messageId/set-aside': { of: 'held', ok: prisonRecovery },
  '/feed/:messageId/take-back': { of: 'left', ok: prisonRecovery },
  '/feed/questions/:itemId': { of: 'held', ok: prisonRecovery },
  '/people/new': { ok: recovery },
  '/glass': { ok: withPeople },
  '/glass/:glassId/close': { of: 'held', ok: ['rosa'], missing: withPeople },
  '/join': { ok: everyone },
  '/staff': { ok: keeping },
  '/staff/new': { ok: keeping },
  '/staff/:staffId': { of: 'held', ok: keeping },
  '/staff/:staffId/code': { of: 'held', ok: keeping },
  '/staff/:staffId/roles/new': { of: 'held', ok: keeping },
  '/staff/:staffId/roles/:postId/end': { of: 'held', ok: keeping },
  '/staff/:staffId/leaving': { of: 'held', ok: keeping },
  '/retention': { ok: keepers },
  '/retention/runs/new': { ok: keepers },
  '/retention/runs/:runId': { of: 'held', ok: keepers },
  '/retention/runs/:runId/approve': { of: 'held', ok: keepers },
  '/retention/runs/:runId/abandon': { of: 'held', ok: keepers },
  '/people/:personId/legal-hold': { of: 'held', ok: leader },
  '/people/:personId/legal-hold/lift': { of: 'held', ok: leader },
}
