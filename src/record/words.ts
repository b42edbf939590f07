import { endReasonWords, interventionWords, sourceWords, substanceWords } from '../casework/model.ts'
import { modeWords, outcomeWords, purposeWords } from '../contacts/model.ts'
import type { MovementType } from '../custody/model.ts'
import { movementWords } from '../custody/model.ts'
import { flagWords, safeToRingWords } from '../people/index.ts'

type Words = Readonly<Record<string, string>>

/** The words of a table for a value that came as text; the value itself where the table has none. */
const said = (words: Words, value: string | null | undefined): string =>
  value == null ? '' : (words[value] ?? value.replaceAll('_', ' '))

export const sayPurpose = (value: string | null): string => said(purposeWords, value)
export const sayMode = (value: string | null): string => said(modeWords, value)
export const sayOutcome = (value: string | null): string => said(outcomeWords, value)
export const sayIntervention = (value: string | null): string => said(interventionWords, value)
export const saySource = (value: string | null): string => said(sourceWords, value)
export const saySubstances = (value: string | null): string => said(substanceWords, value)
export const sayEndReason = (value: string | null): string => said(endReasonWords, value)
export const sayFlag = (value: string | null): string => said(flagWords, value)
export const saySafeToRing = (value: string | null): string => said(safeToRingWords, value)
export const sayMovement = (value: MovementType | string | null): string => said(movementWords, value)
