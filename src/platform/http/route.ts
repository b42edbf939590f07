import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { Actor } from '../auth/actor.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { StaffRole } from '../database/schema.ts'
import type { Database } from '../database/transaction.ts'
import type { Ids } from '../ids.ts'
import type { Metrics } from '../metrics.ts'
import type { Secrets } from '../secrets.ts'
import type { FieldError, FormValues, NavigationLink, Shell } from '../ui/index.ts'

/** Who may open a page; which people they find there is row security's to say. */
export type May = 'anyone' | 'signed_in' | readonly StaffRole[]

/** What each page links to from the top, and which page is each role's first. */
export interface Navigation {
  links(role: StaffRole): readonly NavigationLink[]
  firstPage(role: StaffRole): string
  /** Where somebody finds help who is told that there is nothing, in an emergency; null where the role has no such door. */
  emergency(role: StaffRole): NavigationLink | null
}

/** What every request is served with; composed once by the ways in. */
export interface Services {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly config: Config
  readonly secrets: Secrets
  readonly log: Logger
  readonly metrics: Metrics
  readonly navigation: Navigation
  /** Stands above every page: "Demonstration: no real people". */
  readonly notice: string | undefined
  readonly demo: boolean
  readonly build: string
}

/** One request, as a page's functions see it. */
export interface Request {
  readonly actor: Actor
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
  readonly url: URL
  readonly ids: Ids
  readonly config: Config
  readonly secrets: Secrets
}

/** What `show` gets beside its model. */
export interface PageContext extends Request {
  readonly shell: Shell
}

/** What `show` of a form gets: as typed, what is wrong, and the hidden fields of `<Form>`. */
export interface FormContext extends PageContext {
  readonly form: {
    readonly values: FormValues
    readonly errors: readonly FieldError[]
    readonly csrf: string
    readonly idempotencyKey: string
    /** Somebody changed the record meanwhile: the page shows what is there now beside what was typed. */
    readonly conflict: boolean
  }
}

/** A page or form, ready to be served. The metadata is what the architecture and role-matrix tests read. */
export interface Route {
  readonly path: string
  readonly methods: readonly ('GET' | 'POST')[]
  readonly may: May
  readonly audit: string
  /** Open also to somebody who has yet to set up the second step that their organisation asks for. */
  readonly whileLimited?: boolean
  readonly serve: (context: Context<Env>, services: Services) => Promise<Response>
}

interface Variables {
  readonly nonce: string
  readonly requestId: string
  readonly actor: Actor | null
  /** Where the request came from, as far as that can be trusted; null where it came over no connection. */
  readonly address: string | null
}

/** What the server hands on of the connection. */
interface Bindings {
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } }
}

export type Env = { Variables: Variables; Bindings: Bindings }
