import type { Route } from '../platform/http/index.ts'
import { backEntry } from './pages/back-entry.tsx'
import { calendarFile } from './pages/calendar-file.ts'
import { calendarSettings } from './pages/calendar-settings.tsx'
import { callOffContactPage } from './pages/call-off-contact.tsx'
import { contactPage } from './pages/contact.tsx'
import { contactOutcome } from './pages/contact-outcome.tsx'
import { contactsAndNotesPage } from './pages/contacts-and-notes.tsx'
import { dayListPage } from './pages/day-list.tsx'
import { moveContactPage } from './pages/move-contact.tsx'
import { newContact } from './pages/new-contact.tsx'
import { planContactPage } from './pages/plan-contact.tsx'
import { regimePage } from './pages/regime.tsx'
import { regimeTimePage } from './pages/regime-time.tsx'

export { planContact, recordContact } from './actions/recordContact.ts'
export { sideWords, whoseSide } from './rules.ts'

/** Meeting people: planned, moved, called off, recorded. */
export const contactsRoutes: readonly Route[] = [
  backEntry,
  dayListPage,
  calendarFile,
  calendarSettings,
  contactsAndNotesPage,
  newContact,
  planContactPage,
  contactOutcome,
  moveContactPage,
  callOffContactPage,
  contactPage,
  regimePage,
  regimeTimePage,
]
