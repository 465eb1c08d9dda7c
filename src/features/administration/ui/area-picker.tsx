'use client'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import type { Role } from '#domain/access/role.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Field } from '#ui/field.tsx'
import type { Regions } from './api-answers.ts'
import { regionGroups, regionName } from './region-names.ts'

type AreaPickerProps = {
  readonly regions: Regions
  readonly regency: RegionCode
  readonly role: Role
  readonly areas: readonly RegionCode[]
  readonly onChange: (areas: readonly RegionCode[]) => void
  readonly error?: string | undefined
}

/** Areas as chips, added from one list in the order of the map: kabupaten, kecamatan, negeri. */
export function AreaPicker({ regions, regency, role, areas, onChange, error }: AreaPickerProps) {
  const t = useT('administration')
  const groups = useMemo(() => regionGroups(regions), [regions])
  const negeriOnly = role === 'NEGERI_OFFICER' || role === 'CITIZEN'
  const nameOf = (code: RegionCode) =>
    code === regency ? t('person.wholeRegency') : regionName(regions, code)
  return (
    <div className="areas">
      <Field label={t('person.areas')} hint={t('person.areasHint')} error={error}>
        <select
          className="input"
          value=""
          onChange={({ target }) => {
            if (target.value !== '' && !areas.includes(target.value)) onChange([...areas, target.value])
          }}
        >
          <option value="">{areas.length === 0 ? t('person.chooseArea') : t('person.addArea')}</option>
          {negeriOnly ? null : <option value={regency}>{t('person.wholeRegency')}</option>}
          {groups.map(({ kecamatan, negeri }) => (
            <optgroup key={kecamatan.code} label={kecamatan.name}>
              {negeriOnly ? null : (
                <option value={kecamatan.code}>{t('person.wholeKecamatan', { name: kecamatan.name })}</option>
              )}
              {negeri.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Field>
      {areas.length > 0 ? (
        <ul className="area-chips">
          {areas.map((code) => (
            <li key={code} className="tag">
              <span title={code}>{nameOf(code)}</span>
              <button
                type="button"
                aria-label={t('person.removeArea', { name: nameOf(code) })}
                onClick={() => onChange(areas.filter((area) => area !== code))}
              >
                <X className="ic s" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
