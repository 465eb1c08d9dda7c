import { useT } from '#i18n/messages-provider.tsx'

/** Which question of how many; the bar is decoration, the words carry it. */
export function Progress({ now, of }: { readonly now: number; readonly of: number }) {
  const t = useT('intake')
  return (
    <div className="prog">
      <span>{t('progress', { now, of })}</span>
      <i style={{ '--p': `${Math.round((100 * now) / of)}%` } as React.CSSProperties} aria-hidden />
    </div>
  )
}
