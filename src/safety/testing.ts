/** Answers that tell of a fight in the yard. */
export const aFight = {
  what: 'fight',
  where: 'A wing yard',
  words: 'A push in the dinner queue. Nobody hurt.',
  told: 'manager',
}

/** Answers that tell of an overdose. */
export const anOverdose = {
  ...aFight,
  what: 'overdose',
  naloxone: 'yes',
  where: 'Cell C2-14',
  words: 'Found grey and slow to answer at unlock. Came round.',
  told: 'healthcare',
}
