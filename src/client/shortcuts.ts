import { useEffect, useRef } from 'react'

/** `j`, `?`, `Enter`, `Shift+ArrowDown`, `Mod+k` (Ctrl, on a Mac also ⌘). A handler that answers false lets the key go on. */
export type Shortcuts = { readonly [keys: string]: ((event: KeyboardEvent) => void | false) | undefined }

const SWITCH = 'pintasan'

/** Single keys disturb some people and some helpers: they can be switched off. Keys with Ctrl or ⌘ stay. */
export function singleKeysOn(): boolean {
  return typeof localStorage === 'undefined' || localStorage.getItem(SWITCH) !== 'mati'
}

const switched = new Set<() => void>()

export function onSingleKeys(listener: () => void): () => void {
  switched.add(listener)
  return () => switched.delete(listener)
}

export function switchSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(SWITCH)
  else localStorage.setItem(SWITCH, 'mati')
  for (const listener of switched) listener()
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const shift = event.shiftKey && event.key.length > 1 ? 'Shift+' : ''
  return (event.ctrlKey || event.metaKey ? 'Mod+' : '') + shift + key
}

/** Is a field being typed into, or a dialog in front? Then single keys belong to it. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=menu]') !== null
  )
}

const OWN_KEYS = new Set(['Enter', ' '])

/** Keys for as long as the component is shown. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return
      const name = nameOf(event)
      const act = latest.current[name]
      if (!act) return
      const withModifier = name.startsWith('Mod+')
      if (
        !withModifier &&
        (isBusy(event.target) || (event.key.length === 1 && event.key !== ' ' && !singleKeysOn()))
      )
        return
      // A focused button or link keeps its own Enter and Space.
      if (
        OWN_KEYS.has(event.key) &&
        event.target instanceof HTMLElement &&
        event.target.closest('button, a, summary, input')
      )
        return
      if (act(event) !== false) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
