import { useEffect } from 'react'
import { isPhonePath } from '#client/service-worker/shell-paths.ts'

/** Goes to one of the phone's own screens: no request, because there may be no signal. */
export function goTo(address: string): void {
  window.history.pushState(null, '', address)
  window.scrollTo(0, 0)
}

/**
 * While this is used, links between the phone's screens ask nothing of the server; every other link is left alone. It
 * listens before the links themselves do.
 */
export function useOwnLinks(): void {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin)
        return
      if (!isPhonePath(link.pathname) || link.hash !== '') return
      event.preventDefault()
      event.stopPropagation()
      goTo(link.pathname + link.search)
    }
    window.addEventListener('click', onClick, { capture: true })
    return () => window.removeEventListener('click', onClick, { capture: true })
  }, [])
}
