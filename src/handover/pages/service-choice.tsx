import { type ControlProps, type Html, Radios, Select } from '../../platform/ui/index.ts'
import type { ReceivingService } from '../queries/receivingServices.ts'
import { serviceWords } from '../service-words.ts'

interface ServiceChoiceProps extends ControlProps {
  readonly services: readonly ReceivingService[]
  /** What choosing nobody says: "No service yet: keep it open". */
  readonly nobody?: string
}

/** A list longer than this is chosen from a box. */
const mostRadios = 12

/** The receiving services with area, waiting and open days; those near the destination first. */
export const ServiceChoice = ({ services, nobody, ...control }: ServiceChoiceProps): Html => {
  const none = nobody === undefined ? [] : [{ value: 'none', text: nobody }]
  if (services.length > mostRadios)
    return (
      <Select
        {...control}
        placeholder="Choose a service"
        items={[
          ...services.map((service) => ({
            value: service.id,
            text: `${service.name}: ${serviceWords(service)}`,
          })),
          ...none,
        ]}
      />
    )
  const items = services.map((service) => ({
    value: service.id,
    text: service.name,
    hint: serviceWords(service),
  }))
  return (
    <Radios {...control} items={[...items, ...(none.length === 0 ? [] : [{ divider: 'or' }]), ...none]} />
  )
}
