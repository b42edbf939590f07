import type { RecordClass } from '../standards/model.ts'

export type RequestState = 'gathering' | 'in_review' | 'released' | 'withdrawn'

export const requestStateWords: Readonly<Record<RequestState, string>> = {
  gathering: 'Being gathered',
  in_review: 'In review',
  released: 'Released',
  withdrawn: 'Taken back',
}

/** Not answered yet, and not taken back. */
export const isOpen = (state: RequestState): boolean => state === 'gathering' || state === 'in_review'

export const askedByWords = {
  person: 'The person themself',
  solicitor: 'A solicitor for them',
  attorney: 'Somebody with power of attorney or a deputy',
  other: 'Somebody else with their written authority',
} as const

export type AskedBy = keyof typeof askedByWords

export const howWords = {
  in_hand: 'Handed over',
  post: 'By recorded post, marked private',
  encrypted: 'Sent encrypted',
  read_together: 'Read together',
} as const

export type How = keyof typeof howWords

/** A table that holds anything about people, as the catalogue tells of it. */
export interface HeldTable {
  readonly name: string
  /** Its comment: what it holds. */
  readonly words: string
  readonly columns: readonly HeldColumn[]
}

export interface HeldColumn {
  readonly name: string
  readonly type: string
  /** Its comment, without the mark of personal data. */
  readonly words: string
  readonly personal: boolean
  readonly generated: boolean
  readonly refers_to: string | null
}

/** One row as it came, by column. */
export type HeldRow = Readonly<Record<string, unknown>>

/** One thing that a row says: a label and words, which may have to be reviewed before they leave. */
export interface Field {
  readonly label: string
  readonly words: string
  /** Free words, or what somebody typed: looked at for other people. */
  readonly free: boolean
}

/** One row of what is held, in words. */
export interface Item {
  readonly source: string
  readonly section: string
  readonly class: RecordClass
  readonly day: Temporal.PlainDate | null
  readonly heading: string
  readonly fields: readonly Field[]
}

/** A field as it is stored: its words, or the passage that stands for them. */
export interface StoredField {
  readonly label: string
  readonly words?: string
  readonly passage?: string
}

/** What the marking needs to know to tell the person, and those who worked with them, from others. */
export interface Known {
  /** The person's own names and numbers, in lower case. */
  readonly own: ReadonlySet<string>
  /** Words of staff, services, prisons and towns, in lower case. */
  readonly ours: ReadonlySet<string>
}
