import { Link2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '#i18n/messages-provider.tsx'

type ResultLineProps = {
  /** Rows that are listed and still belong here. */
  readonly shown: number
  readonly range: readonly [first: number, last: number]
  readonly address: string
  readonly children: ReactNode
}

/** Which rows are seen of how many, the address that shows a colleague the same, and room for what is new. */
export function ResultLine({ shown, range, address, children }: ResultLineProps) {
  const t = useT('queue')
  const from = shown === 0 ? 0 : Math.min(range[0] + 1, shown)
  return (
    <div className="res">
      <span className="nowrap" data-shown={shown}>
        {t('rows', { from, to: Math.min(range[1] + 1, shown), of: shown })}
      </span>
      <span className="url cut">{address}</span>
      <button
        type="button"
        className="copy"
        title={t('copyLink')}
        aria-label={t('copyLink')}
        onClick={() => void navigator.clipboard?.writeText(location.origin + location.pathname + address)}
      >
        <Link2 className="ic s" aria-hidden />
      </button>
      {children}
    </div>
  )
}
