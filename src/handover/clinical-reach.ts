import type { StaffRole } from '../platform/database/schema.ts'

/**
 * How much of the clinical part the other side reads: all that was recorded, what a prescriber needs to go on safely
 * (direct care), or nothing.
 */
export type ClinicalReach = 'all' | 'medicines' | 'none'

/** Kinds of clinical fact that go for direct care (product.md, "Who may see what"; the policy `reads_for_direct_care`). */
export const kindsOfDirectCare = ['medicines_bridge', 'medicines_confirmed', 'naloxone_issued'] as const

/** What is known of who will read the clinical part. */
export interface ClinicalReaders {
  /** Null: no service is chosen yet. */
  readonly toName: string | null
  /** Whether somebody there has a clinical role; null: no service is chosen yet. */
  readonly clinician: boolean | null
  readonly directCare: boolean
}

/** How much they read. */
export const reachOf = ({ clinician, directCare }: ClinicalReaders): ClinicalReach => {
  if (clinician === false) return 'none'
  return directCare ? 'medicines' : 'all'
}

/** Who there reads the clinical part and what of it, for whoever sends it, in sentences. */
export const readersWords = (readers: ClinicalReaders, sender: StaffRole): string => {
  const { toName, clinician, directCare } = readers
  if (clinician === false)
    return `Nobody at ${toName ?? 'this service'} has a clinical role here, so nobody there will read this part. Ring them, or ask healthcare whom to tell.`
  const who = `Only clinical staff at ${toName ?? 'the service'} read this part.`
  if (directCare)
    return `${who} For direct care they read medicines and naloxone, and no clinical note or test.`
  return sender === 'clinical' ? who : `${who} What healthcare wrote goes too: it is not shown to you here.`
}

/** The same for whoever receives it and is no clinician. */
export const notForThisRole =
  'Medicines and clinical notes are read by clinical staff of your service alone. Ask them where you need to know.'
