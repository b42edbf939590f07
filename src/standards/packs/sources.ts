/** Where the standards come from; the addresses are in docs. What no source gives, we say so. */
export const sources = {
  reception: 'NICE NG57, first-stage health assessment at reception',
  itemNine: 'PHQ-9, item 9; ACCT policy of HM Prison and Probation Service',
  transfer: 'NICE NG57; parliamentary answer of 2 December 2020 on waits after transfer',
  waiting: 'NDTMS waiting times: three weeks from referral to first intervention',
  naloxone: 'UK guidelines on clinical management of drug misuse (2017); naloxone on release',
  continuity: 'Public Health Outcomes Framework C20; OHID continuity of care self-assessment tool (2023)',
  guidance: 'PHE, continuity of care between prison and the community (2018)',
  planning: 'NHS England, integrated substance misuse treatment service in prisons (2018)',
  housing: 'ACMD, custody-community transitions (2019)',
  bridge: 'NHSBSA, prescribing for people leaving prison; NICE QS156',
  firstWeeks: 'Merrall and others, Addiction 2010: deaths in the first two weeks after release',
  unplanned: 'Integrated drug treatment system, continuity of care guidance: releases from court',
  discharge: 'NDTMS business definitions: discharge with a reason',
  ours: 'Set by this service: no published number was found',
} as const
