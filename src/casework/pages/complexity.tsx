import { ofPerson, PersonForm, personName } from '../../people/index.ts'
import { choiceField, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { InsetText, Radios, Textarea } from '../../platform/ui/index.ts'
import { recordComplexity } from '../actions/recordComplexity.ts'
import { complexityWords, levelOf, suggestComplexity } from '../complexity.ts'
import { choicesOf } from '../fields.ts'
import { personInService } from '../person-in-service.ts'
import { peopleToAllocate } from '../queries/toAllocate.ts'
import { lastingAllocation } from '../queries/workersNow.ts'
import { recoveryTeam } from '../roles.ts'

/** Changes how much work somebody is for the worker they have now; the rule suggests, a human says. */
export const complexityForm = defineForm({
  path: '/people/:personId/complexity',
  may: recoveryTeam,
  input: ofPerson,
  body: formOf({
    complexity: choiceField(['1', '2', '3'], 'Choose how much work they are'),
    why: textField('Say why', 300),
  }),
  load: async (tx, { personId }, { actor }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    const { service } = about.value
    const allocation = await lastingAllocation(tx, personId, service.id)
    const [row] = await peopleToAllocate(tx, service.id, [personId])
    if (allocation === undefined || row === undefined)
      return refused('not_found', 'They have no worker here.')
    return ok({
      ...about.value,
      allocation,
      level: levelOf(row.level),
      suggested: suggestComplexity(row.signs),
    })
  },
  initial: ({ level }) => ({ complexity: `${level}` }),
  audit: { action: 'view_complexity', people: ({ person }) => [person.id] },
  does: 'record_complexity',
  act: async (tx, { input: { personId }, body, request: { actor } }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    const { person, service, by } = about.value
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const allocation = await lastingAllocation(tx, personId, service.id)
    const [row] = await peopleToAllocate(tx, service.id, [personId])
    if (allocation === undefined || row === undefined)
      return refused('not_found', 'They have no worker here.')
    const level = levelOf(Number(body.complexity))
    await recordComplexity(tx, {
      personId,
      by,
      allocationId: allocation.id,
      level,
      suggested: suggestComplexity(row.signs).level,
      why: body.why,
    })
    return ok({
      to: `/people/${personId}/workers`,
      said: `${personName(person)} takes ${level === 1 ? 'one place' : `${level} places`} of ${allocation.full_name}’s limit.`,
      people: [personId],
    })
  },
  show: ({ person, suggested, level, allocation }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`How much work ${personName(person)} is`}
      button="Save"
    >
      <InsetText>
        Now {level}, with {allocation.full_name}. Suggested: {suggested.level}, because: {suggested.why}.
      </InsetText>
      <Radios
        {...context.form}
        name="complexity"
        label="How much work are they?"
        items={choicesOf({ '1': complexityWords[1], '2': complexityWords[2], '3': complexityWords[3] })}
      />
      <Textarea {...context.form} name="why" label="Why?" />
    </PersonForm>
  ),
})
