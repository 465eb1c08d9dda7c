'use client'
import { useId, useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'
import { usePlaces } from './places.ts'

type Props = {
  readonly id?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave: () => void
  readonly 'aria-describedby'?: string | undefined
  readonly 'aria-invalid'?: true | undefined
}

/** A negeri of this kabupaten, by kecamatan. */
export function NegeriInput({
  value,
  onChange,
  onLeave,
  only,
  ...rest
}: Props & { readonly only?: readonly string[] }) {
  const t = useT('intake')
  const { districts } = usePlaces()
  const within = (code: string) =>
    only === undefined || only.some((area) => code === area || code.startsWith(`${area}.`))
  const shown = districts
    .map((one) => ({ ...one, negeri: one.negeri.filter(([code]) => within(code)) }))
    .filter((one) => one.negeri.length > 0)
  return (
    <select
      {...rest}
      className="input touch"
      value={value}
      onBlur={onLeave}
      onChange={(event) => {
        onChange(event.currentTarget.value)
        onLeave()
      }}
    >
      <option value="">{t('choose')}</option>
      {shown.map(({ code, name, negeri }) => (
        <optgroup key={code} label={name}>
          {negeri.map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

/** One of 514 kabupaten and kota: typed, and completed from the list. */
export function RegencyInput({ value, onChange, onLeave, ...rest }: Props) {
  const { regencies } = usePlaces()
  const list = useId()
  const known = regencies.find(([code]) => code === value)?.[1]
  const [typed, setTyped] = useState<string | undefined>()
  return (
    <>
      <input
        {...rest}
        className="input touch"
        list={list}
        autoComplete="off"
        value={typed ?? known ?? value}
        onChange={(event) => {
          const words = event.currentTarget.value
          setTyped(words)
          onChange(
            regencies.find(([, name]) => name.toLowerCase() === words.trim().toLowerCase())?.[0] ?? words,
          )
        }}
        onBlur={() => {
          setTyped(undefined)
          onLeave()
        }}
      />
      <datalist id={list}>
        {regencies.map(([code, name]) => (
          <option key={code} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  )
}
