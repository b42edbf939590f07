/** Actions whose words do not follow from their names. */
const own: Readonly<Record<string, string>> = {
  view_person: 'Opened the record',
  view_history: 'Opened the history',
  view_who_opened: 'Looked who had opened the record',
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
