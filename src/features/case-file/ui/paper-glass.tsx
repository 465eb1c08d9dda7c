'use client'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { FileWarning } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'
import { openPdf } from './pdf-document.ts'
import { PdfPage } from './pdf-page.tsx'
import { PinLayer } from './pins/pin-layer.tsx'
import { Pointers } from './pins/pointers.tsx'
import type { SheetPaper } from './paper-sheets.ts'
import { usePanZoom } from './use-pan-zoom.ts'
import type { ViewTransform } from './view-transform.ts'
import { cssTransform, PAGE_WIDTH } from './view-transform.ts'

export type GlassControls = { readonly fit: () => void; readonly zoom: (steps: number) => void }

type PaperGlassProps = {
  readonly paper: SheetPaper
  readonly page: number
  readonly label: string
  /** Height over width of the page, when the server measured it. */
  readonly ratio: number | undefined
  readonly view: ViewTransform
  readonly change: (next: (view: ViewTransform) => ViewTransform) => void
  readonly controls: (controls: GlassControls) => void
  readonly onPages: (pages: number) => void
  /** The page of which this one came in place. */
  readonly insteadOf?: string | undefined
}

const A4 = 297 / 210

/** One paper on the dark ground: an image as it was photographed, or a page of a PDF. */
export function PaperGlass({
  paper,
  page,
  label,
  ratio,
  view,
  change,
  controls,
  onPages,
  insteadOf,
}: PaperGlassProps) {
  const t = useT('case')
  const ref = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(PAGE_WIDTH * (ratio ?? A4))
  const [failed, setFailed] = useState(false)
  const size = useMemo(() => ({ width: PAGE_WIDTH, height }), [height])
  const { fit, zoom, handlers } = usePanZoom(ref, size, change)
  const pdf = usePdf(paper, onPages, () => setFailed(true))
  const resize = useCallback(
    (next: number) => setHeight((before) => (Math.abs(before - next) < 1 ? before : next)),
    [],
  )
  useEffect(() => controls({ fit, zoom }), [controls, fit, zoom])

  if (failed) {
    return (
      <div className="viewer-empty" role="alert">
        <FileWarning className="ic l" aria-hidden />
        <strong>{t('viewer.failed')}</strong>
        <p>{t('viewer.failedNext')}</p>
      </div>
    )
  }
  return (
    <div
      className="viewer-stage"
      ref={ref}
      tabIndex={0}
      role="group"
      aria-label={t('viewer.stage', { paper: label })}
      {...handlers}
    >
      <div className="viewer-page" style={{ width: PAGE_WIDTH, height, transform: cssTransform(view) }}>
        {pdf ? <PdfPage pdf={pdf} page={page} scale={view.scale} label={label} onSize={resize} /> : null}
        {paper.mime === 'application/pdf' ? null : (
          <img
            src={`/papers/${paper.fileId}`}
            alt={label}
            draggable={false}
            onLoad={(event) =>
              resize((event.currentTarget.naturalHeight / event.currentTarget.naturalWidth) * PAGE_WIDTH)
            }
            onError={() => setFailed(true)}
          />
        )}
        {paper.pinnable ? <Pointers fileId={paper.fileId} page={page} view={view} /> : null}
      </div>
      {paper.pinnable ? (
        <PinLayer
          fileId={paper.fileId}
          page={page}
          label={label}
          frame={{ view, page: size }}
          stage={ref}
          insteadOf={insteadOf}
        />
      ) : null}
    </div>
  )
}

function usePdf(
  paper: SheetPaper,
  onPages: (pages: number) => void,
  onFailed: () => void,
): PDFDocumentProxy | undefined {
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const told = useRef({ onPages, onFailed })
  told.current = { onPages, onFailed }
  useEffect(() => {
    if (paper.mime !== 'application/pdf') return
    let stopped = false
    let opened: PDFDocumentProxy | undefined
    openPdf(`/papers/${paper.fileId}`).then(
      (document) => {
        opened = document
        if (stopped) return void document.loadingTask.destroy()
        setPdf(document)
        told.current.onPages(document.numPages)
      },
      () => {
        if (!stopped) told.current.onFailed()
      },
    )
    return () => {
      stopped = true
      setPdf(undefined)
      void opened?.loadingTask.destroy()
    }
  }, [paper.fileId, paper.mime])
  return pdf
}
