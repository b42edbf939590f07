/** Where the standards come from. What no source gives, we say so. */
export const sources = {
  reception: 'NICE NG57, first-stage health assessment at reception (nice.org.uk/guidance/ng57)',
  itemNine: 'PHQ-9, item 9; ACCT, which any member of staff may open',
  transfer: 'Parliamentary answer of 2 December 2020: 41 % waited over three weeks after a transfer',
  waiting:
    'NDTMS: three weeks or less from referral to treatment (nuffieldtrust.org.uk, adult substance misuse)',
  naloxone: 'UK guidelines on clinical management of drug misuse, 2017; parliamentary answer 53404',
  continuity:
    'Public Health Outcomes Framework C20; OHID continuity of care self-assessment tool, 2023 (gov.uk)',
  guidance: 'PHE, continuity of care for prisoners who need substance misuse treatment, 2018 (gov.uk)',
  planning: 'NHS England, integrated substance misuse treatment service in prisons, 2018',
  housing: 'ACMD, custody-community transitions, 2019',
  bridge: 'NHSBSA, prescribing for people leaving prison (cms.nhsbsa.nhs.uk/prescribing-ex-offenders)',
  firstWeeks: 'Merrall and others, Addiction 2010: 7.5 times the risk in weeks 1 and 2 (PMC2955973)',
  unplanned: 'Integrated drug treatment system, continuity of care guidance: releases from court',
  top: 'NDTMS, Treatment Outcomes Profile: start, review and exit (ndtms.net)',
  discharge: 'NDTMS business definitions: every episode ends with a reason',
  clinicalModel:
    'NHS England, integrated substance misuse treatment service in prisons, 2018: plan after assessment, 13-weekly joint reviews',
  ours: 'Set by this service: no published number was found',
} as const
