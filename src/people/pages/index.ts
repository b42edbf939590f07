import type { Route } from '../../platform/http/index.ts'
import { peoplePage } from './people.tsx'

/** Finding people, connecting with whoever holds a record, and who somebody is. */
export const peopleRoutes: readonly Route[] = [peoplePage]
