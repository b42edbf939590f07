/** Actions whose words do not follow from their names. */
const own: Readonly<Record<string, string>> = {
  view_person: 'Opened the record',
  view_history: 'Opened the history',
  view_who_opened: 'Looked who had opened the record',
  view_today: 'Saw them on Today',
  view_caseload: 'Saw them on the caseload',
  view_release_board: 'Saw them on the release board',
  view_feed: 'Saw them in the feed',
  view_sharing: 'Opened who may be told',
  view_new_agreement: 'Began to record an agreement',
  view_new_basis: 'Began to record another basis',
  view_end_sharing: 'Began to end a sharing',
  view_summary: 'Opened the agreed summary',
  view_new_summary: 'Began an agreed summary',
  print_who_sees: 'Opened the page for them of who sees what',
  view_plan: 'Opened the plan',
  view_contacts: 'Opened contacts and notes',
  view_risk: 'Opened the risk plan',
  view_contact_details: 'Opened how to reach them',
  view_staff_log: 'Looked what a member of staff had opened',
  connect: 'Asked whether a record exists',
  break_glass: 'Broke the glass',
  close_glass: 'Closed the glass',
  search_people: 'Searched for people',
  sign_in: 'Signed in',
  sign_out: 'Signed out',
  change_role: 'Changed to another role',
  print_page: 'Printed',
  change_records: 'Changed by the service itself',
}

const verbs: Readonly<Record<string, string>> = {
  view: 'Opened',
  list: 'Listed',
  search: 'Searched',
  print: 'Printed',
  export: 'Took out',
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** What somebody did, in words: `view_release_board` is "Opened: release board", `record_contact` "Record contact". */
export const actionWords = (action: string): string => {
  const known = own[action]
  if (known !== undefined) return known
  const [verb = '', ...rest] = action.split('_')
  const thing = rest.join(' ')
  const said = verbs[verb]
  return said === undefined || thing === '' ? capital(`${verb} ${thing}`.trim()) : `${said}: ${thing}`
}
