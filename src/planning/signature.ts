import { z } from 'zod'
import type { Answers } from '../assessment/model.ts'
import { choiceField, choicesField, optionalDayField, optionalTextField } from '../platform/http/index.ts'
import { fullDate } from '../platform/ui/dates.ts'

/** How a person said yes to their plan. */
export type Signature =
  | { readonly how: 'screen'; readonly name: string }
  | { readonly how: 'paper'; readonly day: Temporal.PlainDate; readonly kept: string | null }

/** The fields of a signature, whose values `readSignature` reads. */
export const signatureShape = {
  how: choiceField(['screen', 'paper'], 'Say how they agreed: on screen or on paper'),
  signed_name: optionalTextField(120),
  present: choicesField(['yes']),
  signed_day: optionalDayField(),
  kept: optionalTextField(200),
}

/** As it is kept with what was agreed. */
export const signatureAnswers = (signature: Signature): Answers =>
  signature.how === 'screen'
    ? { signed: `On screen, in their presence: ${signature.name}` }
    : {
        signed: `On paper on ${fullDate(signature.day)}`,
        ...(signature.kept === null ? {} : { kept: signature.kept }),
      }

interface Typed {
  readonly how: 'screen' | 'paper'
  readonly signed_name: string | null
  readonly present: readonly string[]
  readonly signed_day: Temporal.PlainDate | null
  readonly kept: string | null
}

const add = (context: z.RefinementCtx, field: string, message: string): typeof z.NEVER => {
  context.addIssue({ code: 'custom', path: [field], message })
  return z.NEVER
}

/** What was typed → the signature, or what is missing from it. */
export const readSignature = (typed: Typed, context: z.RefinementCtx): Signature => {
  if (typed.how === 'paper')
    return typed.signed_day === null
      ? add(context, 'signed_day', 'Enter the day it was signed on paper')
      : { how: 'paper', day: typed.signed_day, kept: typed.kept }
  if (typed.signed_name === null) return add(context, 'signed_name', 'Type the name of the person who agrees')
  if (!typed.present.includes('yes'))
    return add(context, 'present', 'Tick that the person was there and agreed, or choose “on paper”')
  return { how: 'screen', name: typed.signed_name }
}
