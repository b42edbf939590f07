import type { z } from 'zod'
import type { ReadTx, WriteTx } from '../../platform/database/transaction.ts'
import {
  choiceField,
  choicesField,
  formOf,
  optionalChoiceField,
  optionalDayField,
  optionalTextField,
} from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import {
  agreedAtTriage,
  explanations,
  hows,
  recordBasis,
  type Standing,
  standingFor,
} from '../../sharing/index.ts'
import { type DraftBasis, draftBases } from '../model.ts'
import type { Draft } from '../queries/draftOf.ts'
import type { HandoverView } from '../queries/handoverView.ts'
import { covering, faultOfRegistered } from '../registered.ts'
import { faultOfBasis } from '../rules.ts'

/** The field in which each basis gives its reason. */
const reasonFields: Readonly<
  Partial<Record<DraftBasis, 'direct_reason' | 'vital_reason' | 'public_reason'>>
> = {
  direct_care: 'direct_reason',
  vital_interests: 'vital_reason',
  public_task: 'public_reason',
}

/** What the step asks. Beside the bases of a draft: they were asked, and said no. */
export const basisBody = formOf({
  basis: choiceField([...draftBases, 'refused'] as const, 'Say on what basis it is shared'),
  agreed_how: optionalChoiceField(hows),
  agreed_explained: choicesField(explanations),
  agreed_until: optionalDayField(),
  agreed_words: optionalTextField(500),
  refused_how: optionalChoiceField(hows),
  direct_reason: optionalTextField(500),
  vital_reason: optionalTextField(500),
  public_reason: optionalTextField(500),
})

type Given = z.infer<typeof basisBody>

/** What is known already of whether this may go to this service. */
export interface KnownBasis {
  readonly agreedOn: Temporal.PlainDate | null
  /** What of the register may carry this sending. */
  readonly registered: Standing | undefined
  /** What it says against consent: they said no, withdrew, or it ended. */
  readonly against: string | null
}

export const knownBasis = async (tx: ReadTx, { person, draft }: HandoverView): Promise<KnownBasis> => {
  const standing = draft.toService === null ? [] : await standingFor(tx, person.id, draft.toService)
  const consent = standing.find(({ basis }) => basis === 'consent')
  const parts = draft.parts ?? []
  return {
    agreedOn: await agreedAtTriage(tx, person.id),
    registered: covering(standing, parts, tx.today),
    against: consent === undefined ? null : faultOfRegistered(consent, parts, tx.today),
  }
}

/** What the step starts with: what was chosen, else what is recorded already. */
export const startsWith = (draft: Draft, known: KnownBasis): Record<string, string> => {
  const triage = known.agreedOn === null || known.against !== null ? '' : 'agreed_at_triage'
  const basis = draft.basis ?? (known.registered === undefined ? triage : 'registered')
  const field = draft.basis === null ? undefined : reasonFields[draft.basis]
  return { basis, ...(field === undefined ? {} : { [field]: draft.basisReason ?? '' }) }
}

const asField: Readonly<Record<string, string>> = { until: 'agreed_until', how: 'agreed_how' }

/** What they say now is written to the register at once, for this service alone. */
const sayNow = async (
  tx: WriteTx,
  { by, person, draft }: HandoverView,
  given: Given,
): Promise<Result<DraftBasis>> => {
  const agrees = given.basis === 'agreed_now'
  const how = agrees ? given.agreed_how : given.refused_how
  if (draft.toService === null)
    return refused('invalid', 'Choose a service first: agreement is given for each', 'basis')
  if (how === null) return refused('invalid', 'Say how they said it', agrees ? 'agreed_how' : 'refused_how')
  const said = await recordBasis(tx, {
    personId: person.id,
    by,
    purpose: 'treatment',
    to: { serviceId: draft.toService },
    basis: 'consent',
    state: agrees ? 'given' : 'refused',
    parts: draft.parts ?? [],
    until: agrees ? given.agreed_until : null,
    how,
    explained: agrees ? given.agreed_explained : [],
    explainedWords: null,
    words: agrees ? given.agreed_words : null,
    opens: false,
  })
  if (said.ok) return ok(agrees ? 'registered' : 'none')
  const { kind, message, field = '' } = said.refusal
  return refused(kind, message, asField[field] ?? 'basis')
}

/** What the draft is to rest on, as it was answered. */
export const settledBasis = async (
  tx: WriteTx,
  view: HandoverView,
  given: Given,
): Promise<Result<{ readonly basis: DraftBasis; readonly basisReason: string | null }>> => {
  const { basis } = given
  if (basis === 'agreed_now' || basis === 'refused') {
    const said = await sayNow(tx, view, given)
    return said.ok ? ok({ basis: said.value, basisReason: null }) : said
  }
  const { agreedOn, against } = await knownBasis(tx, view)
  if (basis === 'agreed_at_triage' && against !== null) return refused('invalid', against, 'basis')
  const field = reasonFields[basis]
  const basisReason = field === undefined ? null : given[field]
  const fault = basis === 'none' ? null : faultOfBasis(basis, basisReason, agreedOn !== null)
  return fault === null ? ok({ basis, basisReason }) : refused('invalid', fault, field ?? 'basis')
}
