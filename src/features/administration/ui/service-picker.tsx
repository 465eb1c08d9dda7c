'use client'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { SERVICES } from '#domain/shared/service-id.ts'
import { useT } from '#i18n/messages-provider.tsx'

type ServicePickerProps = {
  readonly services: readonly ServiceId[]
  readonly onChange: (services: readonly ServiceId[]) => void
}

/** The queues someone works in. Always in the order of the services, so that the same choice is the same value. */
export function ServicePicker({ services, onChange }: ServicePickerProps) {
  const t = useT('administration')
  const common = useT('common')
  const toggle = (service: ServiceId) =>
    onChange(SERVICES.filter((one) => (one === service ? !services.includes(one) : services.includes(one))))
  return (
    <fieldset className="field">
      <legend className="lab">{t('person.services')}</legend>
      <span className="hint">{t('person.servicesHint')}</span>
      {SERVICES.map((service) => (
        <label key={service} className="check">
          <input type="checkbox" checked={services.includes(service)} onChange={() => toggle(service)} />
          {common(`nav.${service}`)}
        </label>
      ))}
    </fieldset>
  )
}
