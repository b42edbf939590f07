import type { Day } from '../platform/day.ts'
import { type FactKind, type FactOf, type FactsByKind, inOrder } from './facts.ts'
import type { Fact } from './model.ts'
import { never } from './spells.ts'

/** A hand-over sent to one service, and what that service answered. */
export interface Sending {
  readonly to: string
  readonly sent: Fact
  readonly answer: FactOf<'handover_accepted'> | FactOf<'handover_declined'> | null
  /** Accepted first, and declined after all. */
  readonly withdrawn: FactOf<'handover_declined'> | null
  /** Sent to somebody else instead. */
  readonly replacedBy: Fact | null
}

export interface Handover {
  readonly id: string
  readonly opened: Fact
  readonly sendings: readonly Sending[]
  readonly closed: Fact | null
}

const handoverKinds = [
  'handover_opened',
  'handover_sent',
  'handover_accepted',
  'handover_declined',
  'handover_closed',
] as const satisfies FactKind[]
type HandoverFact = FactOf<(typeof handoverKinds)[number]>

interface OpenSending extends Sending {
  sent: Fact
  answer: Sending['answer']
  withdrawn: Sending['withdrawn']
  replacedBy: Fact | null
}

interface OpenHandover extends Handover {
  sendings: OpenSending[]
  closed: Fact | null
}

/** An answer may be read before the sending that it answers, where only the day of both is known. */
const answeredAlready = (handover: OpenHandover, fact: Fact, to: string): OpenSending | undefined =>
  handover.sendings.find((one) => one.to === to && one.sent === one.answer && one.sent.day === fact.day)

const send = (handover: OpenHandover, fact: Fact, to: string): OpenSending => {
  const answered = answeredAlready(handover, fact, to)
  if (answered !== undefined) {
    answered.sent = fact
    return answered
  }
  const sending: OpenSending = { to, sent: fact, answer: null, withdrawn: null, replacedBy: null }
  const before = handover.sendings.at(-1)
  if (before !== undefined) before.replacedBy = fact
  handover.sendings.push(sending)
  return sending
}

const accepted = (sending: Sending): boolean =>
  sending.answer?.kind === 'handover_accepted' && sending.withdrawn === null

const answer = (
  handover: OpenHandover,
  fact: FactOf<'handover_accepted'> | FactOf<'handover_declined'>,
): void => {
  const theirs = handover.sendings.filter((one) => one.to === fact.to)
  const waiting = theirs.findLast((one) => one.answer === null)
  const standing = theirs.findLast(accepted)
  if (waiting !== undefined) waiting.answer = fact
  else if (fact.kind === 'handover_declined' && standing !== undefined) standing.withdrawn = fact
  else send(handover, fact, fact.to).answer = fact
}

const record = (handover: OpenHandover, fact: HandoverFact): void => {
  if (fact.kind === 'handover_sent') send(handover, fact, fact.to)
  else if (fact.kind === 'handover_closed') handover.closed ??= fact
  else if (fact.kind !== 'handover_opened') answer(handover, fact)
}

export const handoversOf = (facts: FactsByKind): readonly Handover[] => {
  const handovers = new Map<string, OpenHandover>()
  for (const fact of facts.among(handoverKinds)) {
    const known = handovers.get(fact.handoverId)
    const handover = known ?? { id: fact.handoverId, opened: fact, sendings: [], closed: null }
    if (known === undefined) handovers.set(fact.handoverId, handover)
    record(handover, fact)
  }
  return [...handovers.values()]
}

/** The sending that stands on `day`: accepted before merely sent, the later before the earlier; none declined. */
export const standingOn = (handovers: readonly Handover[], day: Day, notBefore: Day): Sending | null => {
  let standing: Sending | null = null
  for (const handover of handovers) {
    if ((handover.closed?.day ?? never) < notBefore) continue
    for (const sending of handover.sendings) {
      if (sending.sent.day > day || declinedBy(sending, day)) continue
      if (standing === null || better(sending, standing, day)) standing = sending
    }
  }
  return standing
}

/** The fact by which a service said no, at once or after all. */
export const refusalOf = ({ answer, withdrawn }: Sending): FactOf<'handover_declined'> | null =>
  answer?.kind === 'handover_declined' ? answer : withdrawn

const declinedBy = (sending: Sending, day: Day): boolean => {
  const refusal = refusalOf(sending)
  return refusal !== null && refusal.day <= day
}

const acceptedBy = (sending: Sending, day: Day): boolean =>
  sending.answer?.kind === 'handover_accepted' && sending.answer.day <= day

const better = (a: Sending, b: Sending, day: Day): boolean => {
  const [first, second] = [acceptedBy(a, day), acceptedBy(b, day)]
  return first === second ? inOrder(a.sent, b.sent) > 0 : first
}
