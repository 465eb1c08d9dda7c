'use client'
import type { ComponentProps } from 'react'
import { useScripted } from './use-scripted.ts'
import './scripted-form.css'

/**
 * A form that only script can send. On a slow line it is on the screen long before its script: until then its fields
 * are closed, for whatever was typed into them would be lost when the script takes them over.
 */
export function ScriptedForm({ children, ...form }: ComponentProps<'form'>) {
  const ready = useScripted()
  return (
    <form {...form} aria-busy={!ready}>
      <fieldset className="scripted" role="none" disabled={!ready}>
        {children}
      </fieldset>
    </form>
  )
}
