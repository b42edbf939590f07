import type { StaffRole } from '../database/schema.ts'
import type { Html } from './govuk/html.ts'

/** A place that the service navigation leads to. */
export interface NavigationLink {
  readonly text: string
  readonly href: string
}

/** What the last post changed, said once on the next page: "Triage recorded. A worker is to be allocated by Wednesday." */
export interface Flash {
  readonly kind: 'success' | 'information' | 'warning'
  readonly message: string
}

/** Who is signed in, as they know themselves. */
export interface Account {
  readonly name: string
  /** "Recovery worker, Leeds recovery team". */
  readonly role?: string | undefined
  /** Where one's own account is. */
  readonly page?: string | undefined
  /** Where the form that signs out is posted to. */
  readonly signOut: string
}

/** How long somebody stays signed in. */
export interface SessionEnd {
  /** If nothing is opened or sent. */
  readonly endsAt: Temporal.Instant
  /** Whatever is opened or sent. */
  readonly latestAt: Temporal.Instant
  readonly now: Temporal.Instant
}

/** What the platform knows about a request that every page shows; a page hands it on to `<Layout>`. */
export interface Shell {
  /** Of this answer's content security policy: the only inline script carries it. */
  readonly nonce: string
  readonly csrf: string
  /** Of the request that shows this page: a print of it is told by this name. */
  readonly requestId?: string | undefined
  /** The address of this page, so that its place in the navigation is marked. */
  readonly path: string
  readonly today: Temporal.PlainDate
  readonly navigation: readonly NavigationLink[]
  readonly account?: Account | undefined
  /** The role that the reader acts in: a page leads only where they may go. */
  readonly actingAs?: StaffRole | undefined
  readonly session?: SessionEnd | undefined
  readonly flash?: Flash | undefined
  /** The one door for an emergency, on every page that says there is nothing here. */
  readonly emergency?: NavigationLink | undefined
  /** Stands above every page: "Demonstration: no real people". */
  readonly notice?: string | Html | undefined
  /** Which build answers, in the footer: "0.1.0". */
  readonly build: string
}
