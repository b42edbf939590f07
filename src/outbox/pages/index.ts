import type { Route } from '../../platform/http/index.ts'
import { addressPage } from './address.tsx'
import { messagesPage } from './messages.tsx'
import { stopPage, tryPage } from './stop-or-try.tsx'

/** Telling another system that something waits: its address, and what became of each message. */
export const outboxRoutes: readonly Route[] = [messagesPage, addressPage, stopPage, tryPage]
