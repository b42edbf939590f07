import type { PropsWithChildren } from 'hono/jsx'
import type { Html } from '../govuk/html.ts'
import { mojAlert } from '../govuk/moj.ts'
import type { Flash } from '../shell.ts'

const titles = { success: 'Done', information: 'To know', warning: 'To do' }

/** What the last post changed. */
export const FlashBanner = ({ kind, message }: Flash): Html =>
  mojAlert({ variant: kind, title: titles[kind], text: message, role: 'alert', classes: 'tc-flash' })

/** A line above every page. */
export const Notice = ({ children }: PropsWithChildren): Html => (
  <aside class="tc-notice" aria-label="Notice">
    <p class="govuk-width-container">{children}</p>
  </aside>
)
