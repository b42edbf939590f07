import { z } from 'zod'

/** JSON can write a null byte and half of a character; the database keeps neither. */
const isKept = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')

/** Publishers send numbers as strings and strings as numbers; a null is as good as nothing. */
const text = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => (value === null ? undefined : String(value).trim()))
  .refine((value) => value === undefined || isKept(value), 'There is a character here that cannot be kept')
  .optional()

const identifier = z.object({ type: text, value: text })

/**
 * The part of an HMPPS domain event that is used (hmpps-domain-events, `schema/hmpps-domain-event.json`).
 * `version` is not read (some publishers send "1" or "1.0"), nor is `description`, whose words are for
 * people and can be wrong; `personReference` may be missing.
 */
const feedMessage = z.object({
  eventType: z.string(),
  occurredAt: text,
  additionalInformation: z
    .object({
      nomsNumber: text,
      removedNomsNumber: text,
      reason: text,
      prisonId: text,
      nomisMovementReasonCode: text,
      currentPrisonStatus: text,
      bookingId: text,
      movedFromNomsNumber: text,
      movedToNomsNumber: text,
      bookingStartDateTime: text,
    })
    .nullish(),
  personReference: z.object({ identifiers: z.array(identifier).nullish() }).nullish(),
})

export type FeedMessage = z.infer<typeof feedMessage>

/** A queue delivers the event as a JSON string in `Message`; a file has the event itself. */
const envelope = z.object({ eventType: z.undefined().optional(), Message: z.string() })

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

export type ReadMessage =
  | { readonly ok: true; readonly message: FeedMessage }
  | { readonly ok: false; readonly field: string; readonly reason: string }

/** One line of the feed as a message, taken out of its envelope if it has one; or which field is wrong, and why. */
export const readMessage = (line: string): ReadMessage => {
  const json = parseJson(line.startsWith('\ufeff') ? line.slice(1) : line)
  if (json === undefined)
    return { ok: false, field: 'line', reason: 'This line is not JSON: it may be cut short' }
  const direct = feedMessage.safeParse(json)
  if (direct.success) return { ok: true, message: direct.data }
  const wrapped = envelope.safeParse(json)
  if (wrapped.success) return readMessage(wrapped.data.Message)
  const [issue] = direct.error.issues
  const field = issue?.path.join('.') || 'line'
  const reason =
    issue?.code === 'custom' ? issue.message : 'This is missing, or is not what the event type needs'
  return { ok: false, field, reason }
}
