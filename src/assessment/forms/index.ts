import type { FactForm } from '../model.ts'
import { arrivalScreen } from './arrival-screen.ts'
import { safetyResponse } from './safety-response.ts'
import { triage } from './triage.ts'

const forms: readonly FactForm[] = [arrivalScreen, safetyResponse, triage]

const byKind = new Map(forms.map((form) => [form.kind, form]))

/** The form that rows of this kind were filled in on. */
export const formOf = (kind: string): FactForm | undefined => byKind.get(kind)
