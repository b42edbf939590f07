import type { Route } from '../../platform/http/index.ts'
import { connectPage } from './connect.tsx'
import { contactDetailsPage } from './contact-details.tsx'
import { detailsPage } from './details.tsx'
import { flagsPage } from './flags.tsx'
import { identifiersPage } from './identifiers.tsx'
import { newFlagPage } from './new-flag.tsx'
import { peoplePage } from './people.tsx'
import { lockOutPage, restrictionPage } from './protection.tsx'
import { takeUpPage } from './take-up.tsx'
import { undoMergePage } from './undo-merge.tsx'

/** Finding people, connecting with whoever holds a record, and who somebody is. */
export const peopleRoutes: readonly Route[] = [
  peoplePage,
  connectPage,
  takeUpPage,
  contactDetailsPage,
  detailsPage,
  newFlagPage,
  flagsPage,
  identifiersPage,
  undoMergePage,
  restrictionPage,
  lockOutPage,
]
