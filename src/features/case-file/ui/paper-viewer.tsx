'use client'
import { ChevronLeft, ChevronRight, FileQuestion } from 'lucide-react'
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
import { usePinDesk } from './pins/pin-desk.ts'
import { oldPageOf } from './pins/review-of.ts'
import { ViewerBar } from './viewer-bar.tsx'
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
  const pins = usePinDesk()
  const [compare, setCompare] = useState(false)
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
  // A thread of an earlier page is shown where it stands.
  const opened = sheet.older.find((older) => older.fileId === pins.openOn)
  const old = opened ?? oldPageOf(sheet, pins.review)
  const on = compare || pins.comparing || opened !== undefined
  return (
    <Glasses
      key={sheet.key}
      sheet={sheet}
      label={text(sheet.label)}
      papers={on && old ? [asSheetPaper(old), sheet.paper] : [sheet.paper]}
      pages={pages}
      onStep={onStep}
      compare={old && pins.review.length === 0 ? { on, toggle: () => setCompare(!on) } : undefined}
    />
  )
}

type GlassesProps = {
  readonly sheet: Sheet
  readonly label: string
  /** The page of today, or an earlier one before it. */
  readonly papers: readonly SheetPaper[]
  readonly pages: { readonly [fileId: string]: PaperPages }
  readonly onStep: (by: number) => void
  readonly compare: { readonly on: boolean; readonly toggle: () => void } | undefined
}

function Glasses({ sheet, label, papers, pages, onStep, compare }: GlassesProps) {
  const t = useT('case')
  const locale = useLocale()
  const pins = usePinDesk()
  const newest = sheet.paper?.fileId ?? ''
  const measured = pages[newest]
  const [count, setCount] = useState(measured?.pages ?? 1)
  const page = Math.min(count, pins.pageOf(newest))
  const setPage = (next: number) => {
    for (const paper of papers) pins.turnTo(paper.fileId, Math.min(count, Math.max(1, next)))
  }
  const beside = papers.find((paper) => paper.fileId !== newest)?.fileId
  useEffect(() => sayHere({ paper: newest, beside, page }), [newest, beside, page])
  useEffect(() => () => sayHere({ paper: undefined, beside: undefined, page: undefined }), [])
  const [views, setViews] = useState<readonly [ViewTransform, ViewTransform]>([START, START])
  const [together, setTogether] = useState(true)
  const controls = useRef<(GlassControls | undefined)[]>([])
  const two = papers.length > 1
  const linked = together && two
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
    PageDown: () => setPage(page + 1),
    PageUp: () => setPage(page - 1),
    ...(two ? { g: () => setTogether(!together) } : {}),
    ...(pins.may && sheet.source === 'paper'
      ? { p: () => pins.setTool('pin'), b: () => pins.setTool('box') }
      : {}),
  })
  useEffect(() => {
    controls.current.length = papers.length
  }, [papers.length])
  const percent = Math.round((views[papers.length - 1] ?? views[0]).scale * 100)
  return (
    <section className={two ? 'viewer two-glasses' : 'viewer'} aria-label={t('viewer.title')}>
      {papers.map((paper, index) => (
        <div
          className="viewer-half"
          key={paper.fileId}
          role={two ? 'group' : undefined}
          aria-label={two ? (index === 0 ? t('viewer.old') : t('viewer.new')) : undefined}
        >
          <PaperGlass
            paper={paper}
            page={Math.min(pins.pageOf(paper.fileId), pages[paper.fileId]?.pages ?? count)}
            label={label}
            ratio={ratioOf(pages[paper.fileId])}
            view={views[index] ?? START}
            change={changes[index] ?? ignore}
            controls={keep[index] ?? ignore}
            onPages={paper.fileId === newest ? setCount : ignore}
            insteadOf={two && paper.fileId === newest ? beside : undefined}
          />
          {two ? (
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
      <ViewerBar
        percent={percent}
        onZoom={zoom}
        onFit={fit}
        onTurn={turn}
        compare={compare}
        together={two ? { on: together, toggle: () => setTogether(!together) } : undefined}
        pinned={sheet.source === 'paper'}
        verdict={sheet.paper?.verdict}
      />
      {two && count === 1 ? null : <PageTurner page={page} count={count} onPage={setPage} sheet={sheet} />}
    </section>
  )
}

type PageTurnerProps = {
  readonly page: number
  readonly count: number
  readonly onPage: (page: number) => void
  readonly sheet: Sheet
}

function PageTurner({ page, count, onPage, sheet }: PageTurnerProps) {
  const t = useT('case')
  const locale = useLocale()
  return (
    <div className="viewer-tools viewer-pages">
      {count > 1 ? (
        <button
          type="button"
          disabled={page <= 1}
          onClick={() => onPage(page - 1)}
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
          onClick={() => onPage(page + 1)}
          aria-label={t('viewer.pageAfter')}
        >
          <ChevronRight className="ic" aria-hidden />
        </button>
      ) : null}
    </div>
  )
}

function ratioOf(pages: PaperPages | undefined): number | undefined {
  return pages?.width && pages.height ? pages.height / pages.width : undefined
}
