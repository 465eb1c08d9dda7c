'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'

/** Where in the form one is, kept in the address: `?langkah=birthDay`, so that back and reload lead there again. */
export function useStep(): readonly [string | null, (step: string) => void] {
  const path = usePathname()
  const step = useSearchParams().get('langkah')
  return [step, (next) => goTo(path, next)]
}

function goTo(path: string, step: string): void {
  // No request: the page is here already, and there may be no signal.
  window.history.pushState(null, '', `${path}?langkah=${encodeURIComponent(step)}`)
}

export function StepLink({
  step,
  about,
  className,
  children,
}: {
  readonly step: string
  readonly about?: string
  readonly className?: string
  readonly children: ReactNode
}) {
  const path = usePathname()
  return (
    <a
      className={className}
      href={`${path}?langkah=${encodeURIComponent(step)}`}
      aria-label={about && typeof children === 'string' ? `${children}: ${about}` : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        goTo(path, step)
      }}
    >
      {children}
    </a>
  )
}
