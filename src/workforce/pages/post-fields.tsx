import { z } from 'zod'
import { type Actor, roleWords } from '../../platform/auth/actor.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import { dayField, type FormContext } from '../../platform/http/index.ts'
import { DateInput, Fieldset, type Html, Radios } from '../../platform/ui/index.ts'
import type { NewPost } from '../actions/inviteStaff.ts'
import type { KeptService } from '../model.ts'
import { rolesIn } from '../rules.ts'

/** One answer says both: a role is a role in a service. */
export const postField = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(':') : []),
  z.tuple([z.uuid(), z.string()], { error: 'Choose a role and where' }).transform(([serviceId, role]) => ({
    serviceId,
    role,
  })),
)

export const firstDayField = dayField('Enter their first day')

const isRole = (role: string): role is StaffRole => Object.hasOwn(roleWords, role)

interface Chosen {
  readonly post: { readonly serviceId: string; readonly role: string }
  readonly first_day: Temporal.PlainDate
}

/** The post that was chosen; null where the role is none that there is. */
export const postOf = ({ post, first_day }: Chosen, actor: Actor): NewPost | null =>
  isRole(post.role)
    ? { serviceId: post.serviceId, role: post.role, from: first_day, givenAs: actor.role }
    : null

interface PostFieldsProps {
  readonly services: readonly KeptService[]
  readonly as: StaffRole
  readonly form: FormContext['form']
}

/** Which role, in which of the keeper's services, and from when. */
export const PostFields = ({ services, as, form }: PostFieldsProps): Html => (
  <>
    <Fieldset legend="Role and service">
      <Radios
        {...form}
        name="post"
        label="What will they do, and where?"
        items={services.flatMap((service) =>
          rolesIn(service, as).map((role) => ({
            value: `${service.id}:${role}`,
            text: services.length === 1 ? roleWords[role] : `${roleWords[role]}, ${service.name}`,
          })),
        )}
      />
    </Fieldset>
    <DateInput {...form} name="first_day" label="First day" />
  </>
)
