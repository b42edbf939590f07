import { waitingOf } from './model.ts'

/** What a message is made of. */
export interface Told {
  readonly id: string
  readonly topic: string
  readonly service: string | null
  readonly recorded_at: Temporal.Instant
}

/** The body of a message: what waits, for which team, since when and where to sign in. Nothing says about whom. */
export const bodyOf = ({ id, topic, service, recorded_at }: Told, publicUrl: string | null): string => {
  const { type, what } = waitingOf(topic)
  const open = publicUrl === null ? {} : { open: new URL('/today', publicUrl).toString() }
  return JSON.stringify({
    type,
    timestamp: recorded_at.toString(),
    data: { id, what, ...(service === null ? {} : { service }), ...open },
  })
}
