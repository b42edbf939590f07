import { z } from 'zod'
import { textField } from '../../platform/http/fields.ts'

/** The chosen service's id, or null where "no service yet" was chosen. */
export const serviceField = () =>
  textField('Choose a service, or “No service yet”', 40).transform((value, context): string | null => {
    if (value === 'none') return null
    if (z.uuid().safeParse(value).success) return value
    context.addIssue({ code: 'custom', message: 'Choose a service from the list' })
    return z.NEVER
  })

/** The chosen service's id, or null where none was. */
export const optionalServiceField = () =>
  z.preprocess(
    (value) => (value === 'none' || value === '' ? undefined : value),
    z
      .uuid({ error: 'Choose a service from the list' })
      .optional()
      .transform((value) => value ?? null),
  )
