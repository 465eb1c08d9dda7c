import { useCallback, useState } from 'react'

const PREFIX = 'belum-terkirim:'

/**
 * Text that a person types and has not sent: it survives every update, a refusal, a reload and a closed tab.
 * `const [text, setText, sent] = useUnsentText('note:' + caseId)`; call `sent()` once the server has it.
 */
export function useUnsentText(name: string): readonly [string, (text: string) => void, () => void] {
  const key = PREFIX + name
  const [text, setText] = useState(() => read(key))
  const change = useCallback(
    (next: string) => {
      setText(next)
      try {
        localStorage.setItem(key, next)
      } catch {
        // No room on the device: it still lives in the page.
      }
    },
    [key],
  )
  const sent = useCallback(() => {
    setText('')
    localStorage.removeItem(key)
  }, [key])
  return [text, change, sent]
}

function read(key: string): string {
  return typeof localStorage === 'undefined' ? '' : (localStorage.getItem(key) ?? '')
}

/** At sign-out: what one person typed is not the next one's to read. */
export function clearUnsentTexts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}
