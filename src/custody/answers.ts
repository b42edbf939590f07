import type { MovementType } from './model.ts'

/** What an answer to a question about a message does, beside closing the question. */
type AnswerEffect =
  | { readonly does: 'close' }
  /** The release is what it seemed: whoever left may be rung. */
  | { readonly does: 'confirm' }
  | { readonly does: 'set_aside' }
  /** It was something else: that is told by hand at the same moment, and the message set aside. */
  | { readonly does: 'tell_instead'; readonly type: MovementType }

export interface Answer {
  readonly value: string
  readonly text: string
  readonly hint?: string
  readonly effect: AnswerEffect
}

const close: AnswerEffect = { does: 'close' }
const wrong = (text: string): Answer => ({
  value: 'wrong',
  text,
  hint: 'The message is set aside, and everything is worked out again.',
  effect: { does: 'set_aside' },
})
const instead = (type: MovementType, text: string, hint?: string): Answer => ({
  value: type,
  text,
  ...(hint === undefined ? {} : { hint }),
  effect: { does: 'tell_instead', type },
})

const done: readonly Answer[] = [{ value: 'done', text: 'It is put right', effect: close }]

const byKind: Readonly<Record<string, readonly Answer[]>> = {
  unknown_release_code: [
    {
      value: 'community',
      text: 'They went into the community',
      hint: 'The follow-up runs from the day they left, and they may be rung.',
      effect: { does: 'confirm' },
    },
    instead(
      'removal',
      'They were removed abroad, or went to immigration detention',
      'There is no follow-up.',
    ),
    wrong('They did not leave'),
  ],
  readmission: [
    { value: 'goes_on', text: 'The stay before goes on', effect: close },
    instead('admission', 'It was a new admission', 'A new stay begins, with all that is owed on arrival.'),
    wrong('They did not come in'),
  ],
  unknown_reason: [
    { value: 'nothing', text: 'Nothing that matters here', effect: close },
    instead('admission', 'They came into custody'),
    instead('transfer_in', 'They came from another prison'),
    instead('transfer_out', 'They left for another prison'),
    instead('to_court', 'They went to court'),
    instead('from_court', 'They came back from court'),
    instead('to_hospital', 'They went to hospital'),
    instead('temporary_release', 'They left on temporary release'),
    instead('temporary_return', 'They came back from hospital or temporary release'),
    instead('release', 'They were released'),
  ],
  set_aside_acted_on: [
    { value: 'keep', text: 'The message stands', effect: close },
    wrong('The message is wrong: set it aside all the same'),
  ],
}

/** What a question of this kind can be answered with. */
export const answersTo = (kind: string): readonly Answer[] => byKind[kind] ?? done
