import { inOrder } from '../../facts.ts'
import { first, next } from '../../meetings.ts'
import { isKept } from '../../occasions/contacts.ts'
import { standard } from '../../standard.ts'
import { sources } from '../sources.ts'

export const firstContactAfterTransfer = standard<'transfer'>({
  id: 'first_contact_after_transfer',
  title: 'First contact here',
  words: 'Seen by the new team within 3 working days of a transfer',
  because: 'Transferred here {opened} with an open episode',
  due: {
    rule: 'after',
    span: { name: 'Working days to first contact after transfer', standard: 3, unit: 'working days' },
  },
  metBy: first(
    'contact',
    (contact, { day, about }) => isKept(contact) && (contact.day > day || contact.at >= about.at),
  ),
  dueBeforeLive: 'over',
  owner: { role: 'recovery_worker', service: 'team there' },
  recordClass: 'recovery',
  source: sources.transfer,
  sureness: 'not confirmed',
})

export const allocatedWorker = standard<'allocation'>({
  id: 'allocated_worker',
  title: 'Allocate a worker',
  words: 'A named worker within 2 working days',
  because: 'Without a worker since {opened}',
  due: {
    rule: 'after',
    span: { name: 'Working days to allocate a worker', standard: 2, unit: 'working days' },
  },
  metBy: (c, { about: { episodeId, since, after } }, _opened, until) =>
    c.facts
      .of('worker_allocated')
      .find(
        (fact) =>
          fact.episodeId === episodeId &&
          fact.day >= since &&
          fact.day <= until &&
          (after === null || inOrder(fact, after) > 0),
      ) ?? null,
  owner: { role: 'team_leader', service: 'custody team' },
  recordClass: 'recovery',
  source: sources.ours,
  sureness: 'not confirmed',
})

export const treatmentStart = standard<'referral'>({
  id: 'treatment_start',
  title: 'Start treatment',
  words: 'Treatment started within 21 days of referral',
  because: 'Referred {opened}',
  due: { rule: 'after', span: { name: 'Days from referral to treatment', standard: 21, unit: 'days' } },
  metBy: (_c, { about: { start } }, _since, until) => (start !== null && start.day <= until ? start : null),
  dueBeforeLive: 'over',
  owner: { role: 'recovery_worker', service: 'custody team' },
  recordClass: 'recovery',
  source: sources.waiting,
  sureness: 'confirmed',
})

export const agreedContact = standard<'contact'>({
  id: 'agreed_contact',
  title: 'See',
  words: 'Seen as often as was agreed with them',
  because: 'Last contact {before}; the next by {due}',
  opens: { rule: 'days after', days: 1 },
  due: { rule: 'as agreed', span: { name: 'Days between contacts', standard: 14, unit: 'days' } },
  metBy: next,
  owner: { role: 'recovery_worker', service: 'custody team' },
  recordClass: 'recovery',
  source: sources.ours,
  sureness: 'not confirmed',
})

export const naloxoneTraining = standard<'naloxone'>({
  id: 'naloxone_training',
  title: 'Naloxone training',
  words: 'Trained to use naloxone, or refused and why',
  because: 'The screen of {opened} showed a risk of overdose',
  due: {
    rule: 'after',
    span: { name: 'Working days to naloxone training', standard: 5, unit: 'working days' },
  },
  metBy: first('naloxone_training'),
  owner: { role: 'recovery_worker', service: 'custody team' },
  recordClass: 'recovery',
  source: sources.naloxone,
  sureness: 'not confirmed',
})

export const naloxoneInHand = standard<'naloxone'>({
  id: 'naloxone_in_hand',
  title: 'Naloxone kit',
  words: 'Naloxone kit in property before they may walk out',
  because: 'At risk of overdose, and may leave custody the working day after {due}',
  due: { rule: 'before they may walk out' },
  metBy: first('naloxone_issued'),
  owner: { role: 'clinical', service: 'custody team' },
  recordClass: 'clinical',
  source: sources.naloxone,
  sureness: 'confirmed',
})
