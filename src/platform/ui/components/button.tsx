import { govukButton } from '../govuk/govuk.ts'
import type { Html } from '../govuk/html.ts'

interface ButtonProps {
  readonly text: string
  readonly kind?: 'main' | 'secondary' | 'warning'
  /** Which of several buttons was pressed. */
  readonly name?: string
  readonly value?: string
  /** A link that looks like a button: only where it begins something. */
  readonly href?: string
  /** Tells this button from others like it, for those who hear the page: "for Lee Whitaker". */
  readonly about?: string
}

const kindClass = { main: undefined, secondary: 'govuk-button--secondary', warning: 'govuk-button--warning' }

/** A button. One main one a page. */
export const Button = ({ text, kind = 'main', about, ...rest }: ButtonProps): Html =>
  govukButton({
    ...rest,
    classes: kindClass[kind],
    ...(about === undefined
      ? { text }
      : {
          html: (
            <>
              {text}
              <span class="govuk-visually-hidden"> {about}</span>
            </>
          ),
        }),
  })
