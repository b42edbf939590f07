import type { Case } from '../case.ts'
import { allocations } from './allocations.ts'
import { concerns } from './concerns.ts'
import { contacts } from './contacts.ts'
import { acceptances, arrivals, naloxone, referrals, screens, transfers, treatmentEnds } from './custody.ts'
import { dangers } from './dangers.ts'
import { losses, onwardNeeds, openHandovers, releases, returns, sendings } from './gate.ts'
import type { OccasionKind, Occasions } from './occasion.ts'
import { assessed, plans } from './plans.ts'
import { risks } from './risks.ts'
import { topReviews, treatments } from './treatment.ts'

export type OccasionsByKind = { readonly [Kind in OccasionKind]: readonly Occasions[Kind][] }

export const occasionsOf = (c: Case): OccasionsByKind => {
  const screened = screens(c)
  return {
    arrival: arrivals(c),
    transfer: transfers(c),
    screen: screened,
    danger: dangers(c),
    acceptance: acceptances(c),
    naloxone: naloxone(c, screened),
    concern: concerns(c),
    referral: referrals(c),
    allocation: allocations(c),
    treatment: treatments(c),
    topReview: topReviews(c),
    contact: contacts(c),
    treatmentEnd: treatmentEnds(c),
    need: onwardNeeds(c),
    handover: openHandovers(c),
    sending: sendings(c),
    loss: losses(c),
    release: releases(c),
    return: returns(c),
    assessed: assessed(c),
    plan: plans(c),
    risk: risks(c),
  }
}
