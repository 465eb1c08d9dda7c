import { ArrowUp } from 'lucide-react'
import { useT } from '#i18n/messages-provider.tsx'

/** Rows that came wait here, in a place kept free for them: nothing moves when it appears. */
export function NewRowsPill({
  waiting,
  gone,
  onShow,
}: {
  readonly waiting: number
  readonly gone: number
  readonly onShow: () => void
}) {
  const t = useT('queue')
  if (waiting + gone === 0) return <span className="pill-room" />
  return (
    <button type="button" className="pill" onClick={onShow} data-waiting={waiting}>
      <ArrowUp className="ic" aria-hidden />
      {waiting > 0 ? t('newRows', { n: waiting }) : t('goneRows', { n: gone })} <kbd aria-hidden>.</kbd>
    </button>
  )
}
