import type { PaginationOptions } from '../govuk-options.ts'
import type { Attributes, Html } from './html.ts'
import { component } from './templates.ts'

type Words = { readonly text: string } | { readonly html: Html }

/** MoJ Frontend ships no description of its options: these are typed from its templates. */
interface Component {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type BadgeOptions = Component & Words

export interface AlertOptions extends Component {
  readonly variant: 'information' | 'success' | 'warning' | 'error'
  readonly title: string
  readonly text?: string | undefined
  readonly html?: Html | undefined
  readonly showTitleAsHeading?: boolean | undefined
  readonly headingTag?: 'h2' | 'h3' | 'h4' | undefined
  readonly role?: string | undefined
}

export interface IdentityBarOptions extends Component {
  readonly title: Words
}

interface NavigationItem {
  readonly text: string
  readonly href: string
  readonly active?: boolean | undefined
}

export interface SubNavigationOptions extends Component {
  readonly label: string
  readonly items: readonly NavigationItem[]
}

export interface MojPaginationOptions extends Component {
  readonly items: readonly (
    | { readonly number: number; readonly href: string; readonly current?: boolean }
    | { readonly ellipsis: true }
  )[]
  readonly previous?: PaginationOptions['previous']
  readonly next?: PaginationOptions['next']
  readonly landmarkLabel?: string | undefined
  readonly results?: {
    readonly from: number
    readonly to: number
    readonly count: number
    readonly text?: string | undefined
  }
}

export const mojAlert = component<AlertOptions>('moj', 'alert')
export const mojBadge = component<BadgeOptions>('moj', 'badge')
export const mojIdentityBar = component<IdentityBarOptions>('moj', 'identity-bar')

export const mojPagination = component<MojPaginationOptions>('moj', 'pagination')

export const mojSubNavigation = component<SubNavigationOptions>('moj', 'sub-navigation')
