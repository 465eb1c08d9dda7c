'use client'
import {
  ChevronLeft,
  ChevronRight,
  Columns2,
  FileQuestion,
  Link2,
  Maximize,
  RotateCw,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PaperPages } from '#domain/case/case-view.ts'
import { sayHere } from '#client/live/here.ts'
import { useShortcuts } from '#client/shortcuts.ts'
import { bytesInWords, dayInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import type { GlassControls } from './paper-glass.tsx'
import { PaperGlass } from './paper-glass.tsx'
import type { Sheet, SheetPaper } from './paper-sheets.ts'
import { asSheetPaper } from './paper-sheets.ts'
import { PaperVerdict } from './paper-verdict.tsx'
import type { ViewTransform } from './view-transform.ts'
import { turned } from './view-transform.ts'

type PaperViewerProps = {
  readonly sheet: Sheet | undefined
  readonly pages: { readonly [fileId: string]: PaperPages }
  readonly onStep: (by: number) => void
}

const ignore = () => undefined
const START: ViewTransform = { scale: 1, x: 0, y: 0, turn: 0 }

/** The papers on their dark ground: zoom, fit, turn, pan, next page, and the old page beside the new one. */
export function PaperViewer({ sheet, pages, onStep }: PaperViewerProps) {
  const t = useT('case')
  const text = useText()
  const [compare, setCompare] = useState(false)
  const old = sheet?.older[0]
  if (!sheet?.paper) {
    return (
      <section className="viewer" aria-label={t('viewer.title')}>
        <div className="viewer-empty">
          <FileQuestion className="ic l" aria-hidden />
          <strong>{sheet ? t('viewer.missing', { paper: text(sheet.label) }) : t('viewer.none')}</strong>
          {sheet ? <p>{t('viewer.missingNext')}</p> : null}
        </div>
      </section>
    )
  }
  return (
    <Glasses
      key={sheet.key}
      sheet={sheet}
      label={text(sheet.label)}
      papers={compare && old ? [asSheetPaper(old), sheet.paper] : [sheet.paper]}
      pages={pages}
      onStep={onStep}
      compare={old ? { on: compare, toggle: () => setCompare(!compare) } : undefined}
    />
  )
}

type GlassesProps = {
  readonly sheet: Sheet
  readonly label: string
  readonly papers: readonly SheetPaper[]
  readonly pages: { readonly [fileId: string]: PaperPages }
  readonly onStep: (by: number) => void
  readonly compare: { readonly on: boolean; readonly toggle: () => void } | undefined
}

function Glasses({ sheet, label, papers, pages, onStep, compare }: GlassesProps) {
  const t = useT('case')
  const locale = useLocale()
  const newest = sheet.paper?.fileId ?? ''
  const measured = pages[newest]
  const [page, setPage] = useState(1)
  const [count, setCount] = useState(measured?.pages ?? 1)
  const beside = papers.find((paper) => paper.fileId !== newest)?.fileId
  useEffect(() => sayHere({ paper: newest, beside, page }), [newest, beside, page])
  useEffect(() => () => sayHere({ paper: undefined, beside: undefined, page: undefined }), [])
  const [views, setViews] = useState<readonly [ViewTransform, ViewTransform]>([START, START])
  const [together, setTogether] = useState(true)
  const controls = useRef<(GlassControls | undefined)[]>([])
  const linked = together && papers.length > 1
  // One function per glass that stays the same: a glass fits its paper again whenever its function changes.
  const changes = useMemo(
    () =>
      [0, 1].map((index) => (next: (view: ViewTransform) => ViewTransform) => {
        setViews(([left, right]) => [
          linked || index === 0 ? next(left) : left,
          linked || index === 1 ? next(right) : right,
        ])
      }),
    [linked],
  )
  const keep = useMemo(
    () =>
      [0, 1].map((index) => (own: GlassControls) => {
        controls.current[index] = own
      }),
    [],
  )
  const all = useCallback(
    (act: (one: GlassControls) => void) => controls.current.forEach((one) => one && act(one)),
    [],
  )
  const zoom = useCallback((steps: number) => all((one) => one.zoom(steps)), [all])
  const fit = useCallback(() => all((one) => one.fit()), [all])
  const turn = () => {
    setViews(([left, right]) => [turned(left), turned(right)])
    requestAnimationFrame(fit)
  }
  useShortcuts({
    '+': () => zoom(1),
    '=': () => zoom(1),
    '-': () => zoom(-1),
    '0': fit,
    '[': () => onStep(-1),
    ']': () => onStep(1),
    PageDown: () => setPage((now) => Math.min(count, now + 1)),
    PageUp: () => setPage((now) => Math.max(1, now - 1)),
    ...(compare?.on ? { g: () => setTogether(!together) } : {}),
  })
  useEffect(() => {
    controls.current.length = papers.length
  }, [papers.length])
  const percent = Math.round((views[papers.length - 1] ?? views[0]).scale * 100)
  return (
    <section className={papers.length > 1 ? 'viewer two-glasses' : 'viewer'} aria-label={t('viewer.title')}>
      {papers.map((paper, index) => (
        <div className="viewer-half" key={paper.fileId}>
          <PaperGlass
            paper={paper}
            page={Math.min(page, pages[paper.fileId]?.pages ?? count)}
            label={label}
            ratio={ratioOf(pages[paper.fileId])}
            view={views[index] ?? START}
            change={changes[index] ?? ignore}
            controls={keep[index] ?? ignore}
            onPages={paper.fileId === newest ? setCount : ignore}
          />
          {papers.length > 1 ? (
            <span className="viewer-tools viewer-caption">
              <b className={index === 0 ? 'old' : 'new'}>{index === 0 ? t('viewer.old') : t('viewer.new')}</b>
              <span>
                {dayInWit(paper.at, locale)}
                {paper.bytes === null ? '' : `, ${bytesInWords(paper.bytes, locale)}`}
              </span>
            </span>
          ) : null}
        </div>
      ))}
      <div className="viewer-bar">
        <div className="viewer-tools" role="toolbar" aria-label={t('viewer.tools')}>
          <button
            type="button"
            onClick={() => zoom(-1)}
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
            onClick={() => zoom(1)}
            title={t('viewer.zoomIn')}
            aria-label={t('viewer.zoomIn')}
          >
            <ZoomIn className="ic" aria-hidden />
          </button>
          <button type="button" onClick={fit} title={t('viewer.fit')} aria-label={t('viewer.fit')}>
            <Maximize className="ic" aria-hidden />
          </button>
          <button type="button" onClick={turn} title={t('viewer.turn')} aria-label={t('viewer.turn')}>
            <RotateCw className="ic" aria-hidden />
          </button>
        </div>
        {compare ? (
          <div className="viewer-tools">
            <button type="button" aria-pressed={compare.on} onClick={compare.toggle}>
              <Columns2 className="ic" aria-hidden />
              {t('viewer.compare')}
            </button>
            {compare.on ? (
              <button type="button" aria-pressed={together} onClick={() => setTogether(!together)}>
                <Link2 className="ic" aria-hidden />
                {t('viewer.together')} <kbd aria-hidden>G</kbd>
              </button>
            ) : null}
          </div>
        ) : null}
        <PaperVerdict verdict={sheet.paper?.verdict} />
      </div>
      {papers.length > 1 && count === 1 ? null : (
        <div className="viewer-tools viewer-pages">
          {count > 1 ? (
            <button
              type="button"
              disabled={page <= 1}
              onClick={() => setPage(page - 1)}
              aria-label={t('viewer.pageBefore')}
            >
              <ChevronLeft className="ic" aria-hidden />
            </button>
          ) : null}
          <span>
            {t('viewer.page', { n: page, of: count })}
            {sheet.paper && sheet.paper.bytes !== null ? `, ${bytesInWords(sheet.paper.bytes, locale)}` : ''}
          </span>
          {count > 1 ? (
            <button
              type="button"
              disabled={page >= count}
              onClick={() => setPage(page + 1)}
              aria-label={t('viewer.pageAfter')}
            >
              <ChevronRight className="ic" aria-hidden />
            </button>
          ) : null}
        </div>
      )}
    </section>
  )
}

function ratioOf(pages: PaperPages | undefined): number | undefined {
  return pages?.width && pages.height ? pages.height / pages.width : undefined
}
