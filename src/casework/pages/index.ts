import type { Route } from '../../platform/http/index.ts'
import { allocate } from './allocate.tsx'
import { contactOutcome } from './contact-outcome.tsx'
import { endEpisodeForm } from './end-episode.tsx'
import { endTreatment } from './end-intervention.tsx'
import { newContact } from './new-contact.tsx'
import { refer } from './refer.tsx'
import { startTreatment } from './start-treatment.tsx'

/** Every page and form of casework. */
export const caseworkRoutes: readonly Route[] = [
  refer,
  allocate,
  startTreatment,
  endTreatment,
  endEpisodeForm,
  newContact,
  contactOutcome,
]
