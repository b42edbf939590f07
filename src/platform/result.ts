/** What people can cause: a success with its value, or a refusal that says what to do next. */
export type Result<Value, Refused = Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refused }

/**
 * A refusal that a person reads. `kind` is mapped once to a page and status:
 * `invalid` 422 with the form again, `conflict` 409, `not_found` 404, `forbidden` 403.
 * `field` names the input it belongs to, so that the error summary can link to it.
 */
export interface Refusal {
  readonly kind: 'invalid' | 'conflict' | 'not_found' | 'forbidden'
  readonly message: string
  readonly field?: string
}

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

export const refused = (
  kind: Refusal['kind'],
  message: string,
  field?: string,
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: field === undefined ? { kind, message } : { kind, message, field },
})
