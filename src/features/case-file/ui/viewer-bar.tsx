'use client'
import { Columns2, Link2, MapPin, Maximize, RotateCw, SquareDashed, ZoomIn, ZoomOut } from 'lucide-react'
import type { PaperVerdict as Verdict } from '#domain/case/paper-verdict.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { PaperVerdict } from './paper-verdict.tsx'
import type { PinTool } from './pins/pin-desk.ts'
import { usePinDesk } from './pins/pin-desk.ts'

type ViewerBarProps = {
  readonly percent: number
  readonly onZoom: (steps: number) => void
  readonly onFit: () => void
  readonly onTurn: () => void
  /** Left out where there is nothing to compare with. */
  readonly compare: { readonly on: boolean; readonly toggle: () => void } | undefined
  /** Only while two pages lie side by side. */
  readonly together: { readonly on: boolean; readonly toggle: () => void } | undefined
  /** Papers of the case can be pinned; drafts from SIAK and issued documents cannot. */
  readonly pinned: boolean
  readonly verdict: Verdict | undefined
}

const TOOLS = [
  { tool: 'pin', Icon: MapPin, key: 'P' },
  { tool: 'box', Icon: SquareDashed, key: 'B' },
] as const satisfies readonly { tool: PinTool; Icon: typeof MapPin; key: string }[]

/** What can be done to a paper under the glass: zoom, fit, turn, pin, compare. */
export function ViewerBar({
  percent,
  onZoom,
  onFit,
  onTurn,
  compare,
  together,
  pinned,
  verdict,
}: ViewerBarProps) {
  const t = useT('case')
  const { may, tool: chosen, setTool } = usePinDesk()
  return (
    <div className="viewer-bar">
      <div className="viewer-tools" role="toolbar" aria-label={t('viewer.tools')}>
        <button
          type="button"
          onClick={() => onZoom(-1)}
          title={t('viewer.zoomOut')}
          aria-label={t('viewer.zoomOut')}
        >
          <ZoomOut className="ic" aria-hidden />
        </button>
        <span className="pct" aria-live="polite">
          {percent}%
        </span>
        <button
          type="button"
          onClick={() => onZoom(1)}
          title={t('viewer.zoomIn')}
          aria-label={t('viewer.zoomIn')}
        >
          <ZoomIn className="ic" aria-hidden />
        </button>
        <button type="button" onClick={onFit} title={t('viewer.fit')} aria-label={t('viewer.fit')}>
          <Maximize className="ic" aria-hidden />
        </button>
        <button type="button" onClick={onTurn} title={t('viewer.turn')} aria-label={t('viewer.turn')}>
          <RotateCw className="ic" aria-hidden />
        </button>
      </div>
      {may && pinned ? (
        <div className="viewer-tools" role="toolbar" aria-label={t('pin.tools')}>
          {TOOLS.map(({ tool, Icon, key }) => (
            <button
              key={tool}
              type="button"
              aria-pressed={chosen === tool}
              title={`${t(`pin.tool.${tool}`)} (${key})`}
              onClick={() => setTool(chosen === tool ? undefined : tool)}
            >
              <Icon className="ic" aria-hidden />
              {t(`pin.tool.${tool}`)}
            </button>
          ))}
        </div>
      ) : null}
      {compare ? (
        <div className="viewer-tools">
          <button type="button" aria-pressed={compare.on} onClick={compare.toggle}>
            <Columns2 className="ic" aria-hidden />
            {t('viewer.compare')}
          </button>
        </div>
      ) : null}
      {together ? (
        <div className="viewer-tools">
          <button type="button" aria-pressed={together.on} onClick={together.toggle}>
            <Link2 className="ic" aria-hidden />
            {t('viewer.together')} <kbd aria-hidden>G</kbd>
          </button>
        </div>
      ) : null}
      <PaperVerdict verdict={verdict} />
    </div>
  )
}
