/** What `of` makes of each, without those of which it makes nothing. */
export const mapFound = <In, Out>(all: readonly In[], of: (one: In, index: number) => Out | null): Out[] => {
  const found: Out[] = []
  let index = 0
  for (const one of all) {
    const made = of(one, index++)
    if (made !== null) found.push(made)
  }
  return found
}

/** As `flatMap`, which takes several times as long where each makes one or two: a seventh of all derivation. */
export const mapMany = <In, Out>(
  all: readonly In[],
  of: (one: In, index: number) => readonly Out[],
): Out[] => {
  const made: Out[] = []
  let index = 0
  for (const one of all) for (const each of of(one, index++)) made.push(each)
  return made
}
