import { matchAllEpisodes } from '../actions/matchAllEpisodes.ts'
import { type ToldEpisode, takeEpisodes } from '../actions/takeEpisodes.ts'
import type { FileKind } from '../model.ts'
import { episodeColumns, readEpisodeRow } from '../rows/episodes.ts'
import { fromRow } from './from-row.ts'

/** `episodes.csv`: treatment in custody and in the community. */
export const episodesFile = (today: Temporal.PlainDate): FileKind<ToldEpisode> => ({
  action: 'import_episodes',
  columns: episodeColumns,
  chunk: 5_000,
  ignores: false,
  readLine: (_, cells) =>
    fromRow(readEpisodeRow(cells, today), (row, warnings) => ({
      row,
      warnings: warnings.map(({ reason }) => reason),
    })),
  take: takeEpisodes,
  after: matchAllEpisodes,
})
