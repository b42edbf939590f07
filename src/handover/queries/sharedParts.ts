import { z } from 'zod'
import { describeFact, type ReadBack } from '../../assessment/index.ts'
import { substanceWords } from '../../casework/model.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { fullDate } from '../../platform/ui/dates.ts'
import type { RecordClass } from '../../standards/index.ts'
import { type ClinicalReach, kindsOfDirectCare } from '../clinical-reach.ts'
import { safeToRingWords } from '../rules.ts'
import { safeToRing } from './safeToRing.ts'

/** One thing that goes with a hand-over, as the other side reads it. */
export interface SharedEntry {
  readonly title: string
  readonly day: Temporal.PlainDate | null
  readonly rows: readonly ReadBack[]
  /** A note that speaks of somebody else too: its sender looks at it before it leaves. Null: it does not. */
  readonly namesOthers: { readonly noteId: string } | null
}

export type SharedParts = Readonly<
  Record<'contact_details' | 'handover' | 'recovery' | 'clinical', readonly SharedEntry[]>
>

const mostOfAKind = 20

const answers = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({})

const facts = (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  classes: readonly RecordClass[],
  reach: ClinicalReach,
) =>
  tx.db
    .selectFrom('fact')
    .select(['id', 'kind', 'class', 'day', 'answers'])
    .where('person_id', '=', personId)
    .where('class', 'in', [...classes])
    .$if(reach === 'medicines', (query) =>
      query.where(({ or, eb }) =>
        or([eb('class', '<>', 'clinical'), eb('kind', 'in', [...kindsOfDirectCare])]),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('fact as later').select('later.id').whereRef('later.amends', '=', 'fact.id'))),
    )
    .orderBy('at', 'desc')
    .limit(mostOfAKind)
    .execute()

const notes = (tx: Pick<ReadTx, 'db'>, personId: string, classes: readonly RecordClass[]) =>
  tx.db
    .selectFrom('note')
    .select(['id', 'class', 'day', 'words', 'names_others'])
    .where('person_id', '=', personId)
    .where('class', 'in', [...classes])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('note as later').select('later.id').whereRef('later.amends', '=', 'note.id'))),
    )
    .orderBy('recorded_at', 'desc')
    .limit(mostOfAKind)
    .execute()

const episodes = (tx: Pick<ReadTx, 'db'>, personId: string) =>
  tx.db
    .selectFrom('episode')
    .innerJoin('service', 'service.id', 'episode.service_id')
    .select(['service.name', 'referral_date', 'treatment_start', 'end_date', 'substances'])
    .where('person_id', '=', personId)
    .orderBy('referral_date', 'desc')
    .limit(5)
    .execute()

const substances: Readonly<Record<string, string>> = substanceWords

/** As the referral asked for it, in words. */
const substancesOf = (group: string | null): string | null =>
  group === null ? null : (substances[group] ?? group)

const row = (question: string, answer: string | null): readonly ReadBack[] =>
  answer === null ? [] : [{ question, answer }]

const day = (date: Temporal.PlainDate | null): string | null => (date === null ? null : fullDate(date))

const contactEntry = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<readonly SharedEntry[]> => {
  const details = await safeToRing(tx, personId)
  return [
    {
      title: 'Phone',
      day: null,
      namesOthers: null,
      rows: [
        { question: 'Number', answer: details.phone ?? 'No number recorded' },
        { question: 'Whom it is safe to ring', answer: safeToRingWords[details.safeToRing] },
        ...row('About ringing', details.note),
      ],
    },
  ]
}

const episodeEntries = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<readonly SharedEntry[]> =>
  (await episodes(tx, personId)).map((episode) => ({
    title: `Care with ${episode.name}`,
    day: null,
    namesOthers: null,
    rows: [
      ...row('Referred', day(episode.referral_date)),
      ...row('Treatment started', day(episode.treatment_start)),
      ...row('Ended', day(episode.end_date)),
      ...row('Substances', substancesOf(episode.substances)),
    ],
  }))

/**
 * What goes with a hand-over that carries these classes, as the other side reads it: of the clinical part only what
 * reaches them. The reader's own rights decide what of it is here: what they may not see is not read.
 */
export const sharedParts = async (
  tx: Pick<ReadTx, 'db'>,
  personId: string,
  classes: readonly RecordClass[],
  reach: ClinicalReach = 'all',
): Promise<SharedParts> => {
  const beside = classes.filter((one) => one !== 'clinical')
  const told = await facts(tx, personId, reach === 'none' ? beside : classes, reach)
  const written = await notes(tx, personId, reach === 'all' ? classes : beside)
  const of = (wanted: RecordClass): readonly SharedEntry[] => [
    ...told
      .filter((fact) => fact.class === wanted)
      .map((fact) => ({
        ...describeFact(fact.kind, answers.parse(fact.answers)),
        day: fact.day,
        namesOthers: null,
      })),
    ...written
      .filter((note) => note.class === wanted)
      .map((note) => ({
        title: 'Note',
        day: note.day,
        rows: [{ question: 'Words', answer: note.words }],
        namesOthers: note.names_others ? { noteId: note.id } : null,
      })),
  ]
  return {
    contact_details: classes.includes('contact_details') ? await contactEntry(tx, personId) : [],
    handover: of('handover'),
    recovery: classes.includes('recovery')
      ? [...(await episodeEntries(tx, personId)), ...of('recovery')]
      : [],
    clinical: of('clinical'),
  }
}
