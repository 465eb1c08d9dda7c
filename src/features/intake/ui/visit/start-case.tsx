'use client'
import { useEffect, useState } from 'react'
import type { Visit, VisitCase } from '#domain/intake/visit/visit.ts'
import type { ServiceDefinition } from '#domain/service/service-definition.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { goTo } from '#client/phone/phone-visit.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Field } from '#ui/field.tsx'
import { beginDraft } from '../begin-draft.ts'
import { usePlaces } from '../places.ts'
import { loadService } from '../service-kinds.ts'

const ALL: readonly ServiceId[] = ['AKTA_KELAHIRAN', 'KK', 'SKPWNI']

type Props = {
  readonly device: DeviceStore
  readonly visit: Visit
  readonly onBegun: (begun: VisitCase) => Promise<void>
}

/** Begins an application for the family that is being served; it carries the day with it. */
export function StartCase({ device, visit, onBegun }: Props) {
  const t = useT('boat')
  const ti = useT('intake')
  const text = useText()
  const { nameOf } = usePlaces()
  const [services, setServices] = useState<readonly ServiceDefinition[]>([])
  useEffect(() => {
    let gone = false
    void Promise.all(ALL.map(loadService)).then((found) => gone || setServices(found))
    return () => {
      gone = true
    }
  }, [])

  async function begin(value: string): Promise<void> {
    const found = services.find((one) => value.startsWith(`${one.id}/`))
    const kind = value.split('/')[1]
    if (found === undefined || kind === undefined) return
    const { negeri, id } = visit
    const place = { negeri: nameOf(negeri), kecamatan: nameOf(negeri.slice(0, 8)) }
    const chosen = { service: found.id, kind, negeri, place, visit: id }
    const caseId = await beginDraft(device, chosen, Date.now())
    await onBegun({ caseId, service: found.id, kind })
    goTo(`/ajukan/${caseId}`)
  }
  return (
    <Field label={t('visit.start')}>
      <select className="input touch" value="" onChange={(event) => void begin(event.target.value)}>
        <option value="">{t('visit.service')}</option>
        {services.map((service) => (
          <optgroup key={service.id} label={ti(`service.${service.id}`)}>
            {service.kinds.map((kind) => (
              <option key={kind.id} value={`${service.id}/${kind.id}`}>
                {text(kind.label)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  )
}
