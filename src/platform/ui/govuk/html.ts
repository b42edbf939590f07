import type { JSX } from 'hono/jsx/jsx-runtime'

/**
 * Markup that is already rendered: JSX, or what the bridge returns. A plain string is not one, so
 * no text that somebody typed can reach a template's unescaped `html` option.
 */
export type Html = JSX.Element

/** HTML attributes of a GOV.UK or MoJ component; an `optional` one is left out where it has no value. */
export type Attributes = Readonly<
  Record<
    string,
    string | number | boolean | { readonly value: string | boolean | undefined; readonly optional?: boolean }
  >
>
