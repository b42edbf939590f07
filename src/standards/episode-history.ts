import type { Day } from '../platform/day.ts'
import type { Episode, Outcome } from './episodes.ts'
import type { FactKind, FactOf, FactsByKind } from './facts.ts'
import type { EndReason, Fact, Setting } from './model.ts'
import { never } from './spells.ts'

const episodeKinds = [
  'referral',
  'triage',
  'intervention_started',
  'intervention_ended',
  'episode_ended',
] as const satisfies FactKind[]
type EpisodeFact = FactOf<(typeof episodeKinds)[number]>

interface OpenEpisode extends Episode {
  id: string
  referral: FactOf<'referral'> | null
  accepted: Fact | null
  acceptedOn: Day
  start: FactOf<'intervention_started'> | null
  treatmentEnds: { fact: Fact; until: Day; resumedBy: string | null }[]
  interventions: number
  endedOn: Day
  endedBy: Fact | null
  outcome: Outcome
  provisional: boolean
}

const outcomes: Record<EndReason, Outcome> = {
  completed_drug_free: 'need_ended',
  completed_alcohol_free: 'need_ended',
  completed_occasional_user: 'need_ended',
  declined: 'need_ended',
  died: 'need_ended',
  transferred_not_in_custody: 'need_goes_on',
  transferred_in_custody: 'need_goes_on',
  dropped_out: 'silent',
  withdrawn_by_provider: 'silent',
  retained_in_custody: 'silent',
}

const begin = (fact: EpisodeFact, id: string, setting: Setting, provisional: boolean): OpenEpisode => ({
  key: fact.id,
  id,
  setting,
  serviceId: fact.serviceId,
  openedOn: fact.day,
  referral: null,
  accepted: null,
  acceptedOn: never,
  start: null,
  treatmentEnds: [],
  interventions: 0,
  endedOn: never,
  endedBy: null,
  outcome: 'silent',
  provisional,
})

/** Who was turned away and taken on the same day was taken on. */
const accept = (episode: OpenEpisode, fact: Fact): void => {
  if (episode.accepted !== null) return
  if (episode.endedBy?.kind === 'triage') {
    episode.endedOn = never
    episode.endedBy = null
    episode.outcome = 'silent'
  }
  episode.accepted = fact
  episode.acceptedOn = fact.day
}

const close = (episode: OpenEpisode, fact: Fact, outcome: Outcome): void => {
  if (episode.endedBy !== null) return
  episode.endedOn = fact.day
  episode.endedBy = fact
  episode.outcome = outcome
}

const startIntervention = (episode: OpenEpisode, fact: FactOf<'intervention_started'>): void => {
  episode.start ??= fact
  episode.interventions++
  accept(episode, fact)
  const pause = episode.treatmentEnds.at(-1)
  if (pause !== undefined && pause.until === never) {
    pause.until = fact.day
    pause.resumedBy = fact.id
  }
}

const endIntervention = (episode: OpenEpisode, fact: Fact): void => {
  episode.interventions = Math.max(0, episode.interventions - 1)
  const ended = episode.treatmentEnds.at(-1)?.until === never
  if (episode.interventions === 0 && !ended)
    episode.treatmentEnds.push({ fact, until: never, resumedBy: null })
}

const record = (episode: OpenEpisode, fact: EpisodeFact): void => {
  switch (fact.kind) {
    case 'referral':
      episode.referral ??= fact
      return
    case 'triage':
      if (fact.accepted) accept(episode, fact)
      else if (episode.accepted === null) close(episode, fact, 'need_ended')
      return
    case 'intervention_started':
      startIntervention(episode, fact)
      return
    case 'intervention_ended':
      endIntervention(episode, fact)
      return
    case 'episode_ended':
      close(episode, fact, outcomes[fact.reason])
  }
}

const settingsOf = (facts: readonly EpisodeFact[]): ReadonlyMap<string, Setting> => {
  const settings = new Map<string, Setting>()
  for (const fact of facts) if ('setting' in fact) settings.set(fact.episodeId, fact.setting)
  return settings
}

const isOpenInCustody = (episode: OpenEpisode): boolean =>
  episode.setting === 'custody' && episode.endedBy === null

/** A fact after an episode's end opens it again; a triage that names no episode is about the open one. */
const find = (
  episodes: readonly OpenEpisode[],
  fact: EpisodeFact,
  setting: Setting,
): OpenEpisode | undefined => {
  if (fact.episodeId === null) return episodes.findLast(isOpenInCustody)
  const known = episodes.findLast((episode) => episode.id === fact.episodeId)
  const reopens = fact.kind !== 'episode_ended' && fact.kind !== 'intervention_ended'
  if (known !== undefined) return reopens && known.endedOn < fact.day ? undefined : known
  return episodes.findLast((one) => setting === 'custody' && one.provisional && one.endedBy === null)
}

const adopt = (episode: OpenEpisode, id: string | null): OpenEpisode => {
  if (episode.provisional && id !== null) {
    episode.id = id
    episode.provisional = false
  }
  return episode
}

const place = (episodes: OpenEpisode[], fact: EpisodeFact, setting: Setting): OpenEpisode | null => {
  const known = find(episodes, fact, setting)
  if (known !== undefined) return adopt(known, fact.episodeId)
  const namesNone = fact.kind === 'triage' && fact.episodeId === null
  if (namesNone && !fact.accepted) return null
  const episode = begin(fact, fact.episodeId ?? fact.id, setting, namesNone)
  episodes.push(episode)
  return episode
}

/** Every episode of one person, of both settings, in the order in which they opened. */
export const episodesOf = (facts: FactsByKind): readonly Episode[] => {
  const sorted = facts.among(episodeKinds)
  const settings = settingsOf(sorted)
  const episodes: OpenEpisode[] = []
  for (const fact of sorted) {
    const setting = (fact.episodeId === null ? undefined : settings.get(fact.episodeId)) ?? 'custody'
    const episode = place(episodes, fact, setting)
    if (episode !== null) record(episode, fact)
  }
  return episodes
}
