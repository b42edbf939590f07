import { z } from 'zod'
import { choiceField, type FormContext, optionalTextField } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { type Html, Radios, Select, TextInput } from '../../platform/ui/index.ts'
import { type Purpose, purposes, purposeWords } from '../model.ts'
import type { RecipientService, ServicePurpose } from '../queries/recipients.ts'

const serviceChoice = () =>
  z.preprocess(
    (value) => (value === '' ? undefined : value),
    z
      .uuid({ error: 'Choose from the list' })
      .optional()
      .transform((value) => value ?? null),
  )

/** Whom something is shared with, and what for: the fields of `<RecipientFields>`. */
export const recipientShape = {
  purpose: choiceField(purposes, 'Say whom it is about'),
  treatment_with: serviceChoice(),
  supervision_with: serviceChoice(),
  key_work_with: serviceChoice(),
  health_with: optionalTextField(200),
  family_with: optionalTextField(200),
  other_with: optionalTextField(200),
}

type RecipientBody = z.infer<z.ZodObject<typeof recipientShape>>

const fieldOf = (purpose: Purpose) => `${purpose}_with` as const

const isOfService = (purpose: Purpose): purpose is ServicePurpose =>
  purpose === 'treatment' || purpose === 'supervision' || purpose === 'key_work'

/** The recipient that was chosen; refuses one that was not, and a service that nothing can be shared with. */
export const recipientIn = (
  body: RecipientBody,
  services: readonly RecipientService[],
): Result<{ readonly serviceId: string } | { readonly body: string }> => {
  const { purpose } = body
  const field = fieldOf(purpose)
  const given = body[field]
  if (!isOfService(purpose))
    return given === null ? refused('invalid', 'Say who: their name', field) : ok({ body: given })
  const known = services.find(({ id, purposes: for_ }) => id === given && for_.includes(purpose))
  return known === undefined ? refused('invalid', 'Choose the service', field) : ok({ serviceId: known.id })
}

const serviceLabels = {
  treatment: 'Which treatment service',
  supervision: 'Which probation, court or offender management team',
  key_work: 'Which key-work team',
} as const

const ServiceBox = ({
  context,
  services,
  purpose,
}: {
  readonly context: FormContext
  readonly services: readonly RecipientService[]
  readonly purpose: ServicePurpose
}): Html => (
  <Select
    {...context.form}
    name={fieldOf(purpose)}
    label={serviceLabels[purpose]}
    placeholder="Choose a service"
    items={services
      .filter(({ purposes: for_ }) => for_.includes(purpose))
      .map(({ id, name, town }) => ({ value: id, text: town === null ? name : `${name}, ${town}` }))}
  />
)

const nameLabels = {
  health: 'Which practice or pharmacy',
  family: 'Who: their name, and who they are to the person',
  other: 'Which body',
} as const

/** Who would be told: a service known here, or a body or somebody by name. */
export const RecipientFields = ({
  context,
  services,
}: {
  readonly context: FormContext
  readonly services: readonly RecipientService[]
}): Html => (
  <Radios
    {...context.form}
    name="purpose"
    label="Who would be told?"
    items={purposes.map((purpose) => ({
      value: purpose,
      text: purposeWords[purpose],
      conditional: isOfService(purpose) ? (
        <ServiceBox context={context} services={services} purpose={purpose} />
      ) : (
        <TextInput {...context.form} name={fieldOf(purpose)} label={nameLabels[purpose]} />
      ),
    }))}
  />
)
