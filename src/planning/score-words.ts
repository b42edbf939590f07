import type { ScoredFact } from '../assessment/index.ts'

/** What a line needs of an instrument that was answered. */
export interface Scored {
  readonly day: Temporal.PlainDate
  readonly instrument: Pick<ScoredFact['instrument'], 'id' | 'name' | 'range'>
  readonly score: Pick<ScoredFact['score'], 'total'>
}

const newestFirst = (facts: readonly Scored[]): readonly Scored[] =>
  [...facts].sort((a, b) => Temporal.PlainDate.compare(b.day, a.day))

const line = (now: Scored, before: Scored | undefined): string | null => {
  const { total } = now.score
  if (total === null) return null
  const earlier = before?.score.total ?? null
  const range = now.instrument.range === null ? '' : ` of ${now.instrument.range.most}`
  return earlier === null
    ? `${now.instrument.name} ${total}${range}, the first time`
    : `${now.instrument.name} ${total}${range}, before ${earlier}`
}

/** Scores since the last review beside the ones before, as raw numbers: what they mean is for the talk. */
export const scoreLine = (since: readonly Scored[], before: readonly Scored[]): string => {
  const earlier = newestFirst(before)
  const seen = new Set<string>()
  const lines = newestFirst(since).flatMap((now) => {
    const { id } = now.instrument
    if (seen.has(id)) return []
    seen.add(id)
    const said = line(
      now,
      earlier.find((one) => one.instrument.id === id),
    )
    return said === null ? [] : [said]
  })
  return lines.length === 0 ? 'None was taken.' : `${lines.join('; ')}.`
}
