'use client'
import { useLayoutEffect, useRef, useState } from 'react'
import { maskDigits, normaliseDigits } from '#domain/shared/sixteen-digits.ts'

type Props = {
  readonly id?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave: () => void
  readonly 'aria-describedby'?: string | undefined
  readonly 'aria-invalid'?: true | undefined
}

/** NIK or No. KK: in groups of four while typed, masked once it is whole and left. */
export function NumberInput({ value, onChange, onLeave, ...rest }: Props) {
  const ref = useRef<HTMLInputElement>(null)
  const [here, setHere] = useState(false)
  const caret = useRef<number | undefined>(undefined)
  const digits = normaliseDigits(value)
  const shown = here ? grouped(digits) : digits.length === 16 ? maskDigits(digits) : grouped(digits)
  useLayoutEffect(() => {
    const input = ref.current
    if (input === null || caret.current === undefined) return
    const at = placeOf(shown, caret.current)
    input.setSelectionRange(at, at)
    caret.current = undefined
  }, [shown])
  return (
    <input
      {...rest}
      ref={ref}
      className="input touch digits"
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      value={shown}
      onFocus={() => setHere(true)}
      onBlur={() => {
        setHere(false)
        onLeave()
      }}
      onChange={(event) => {
        const { value: typed, selectionStart } = event.currentTarget
        caret.current = normaliseDigits(typed.slice(0, selectionStart ?? typed.length)).length
        onChange(normaliseDigits(typed).slice(0, 20))
      }}
    />
  )
}

function grouped(digits: string): string {
  return digits.replace(/(.{4})(?=.)/g, '$1 ')
}

/** Where the caret stands in the grouped text, after so many digits. */
function placeOf(text: string, digitsBefore: number): number {
  let seen = 0
  for (let at = 0; at < text.length; at += 1) {
    if (seen === digitsBefore) return at
    if (text[at] !== ' ') seen += 1
  }
  return text.length
}
