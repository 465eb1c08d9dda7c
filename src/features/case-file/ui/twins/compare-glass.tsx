'use client'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'
import type { SheetPaper } from '../paper-sheets.ts'
import { openPdf } from '../pdf-document.ts'
import { PdfPage } from '../pdf-page.tsx'
import { usePanZoom } from '../use-pan-zoom.ts'
import type { ViewTransform } from '../view-transform.ts'
import { cssTransform, PAGE_WIDTH } from '../view-transform.ts'

type CompareGlassProps = {
  readonly paper: SheetPaper
  readonly label: string
  /** Height over width, when the server measured it. */
  readonly ratio: number | undefined
  readonly view: ViewTransform
  readonly change: (next: (view: ViewTransform) => ViewTransform) => void
}

const A4 = 297 / 210

/** The first page of one of two papers: to be looked at beside the other one, not to be worked on. */
export function CompareGlass({ paper, label, ratio, view, change }: CompareGlassProps) {
  const t = useT('case')
  const ref = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(PAGE_WIDTH * (ratio ?? A4))
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const [failed, setFailed] = useState(false)
  const size = useMemo(() => ({ width: PAGE_WIDTH, height }), [height])
  const { handlers } = usePanZoom(ref, size, change)
  const resize = useCallback((next: number) => setHeight(next), [])
  useEffect(() => {
    if (paper.mime !== 'application/pdf') return
    let stopped = false
    let opened: PDFDocumentProxy | undefined
    openPdf(`/papers/${paper.fileId}`).then(
      (document) => {
        opened = document
        if (stopped) return void document.loadingTask.destroy()
        setPdf(document)
      },
      () => {
        if (!stopped) setFailed(true)
      },
    )
    return () => {
      stopped = true
      void opened?.loadingTask.destroy()
    }
  }, [paper.fileId, paper.mime])
  if (failed) {
    return (
      <div className="viewer-empty" role="alert">
        <strong>{t('viewer.failed')}</strong>
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
        {pdf ? <PdfPage pdf={pdf} page={1} scale={view.scale} label={label} onSize={resize} /> : null}
        {paper.mime === 'application/pdf' ? null : (
          <img
            src={`/papers/${paper.fileId}`}
            alt={label}
            draggable={false}
            onLoad={({ currentTarget: { naturalHeight, naturalWidth } }) =>
              resize((naturalHeight / naturalWidth) * PAGE_WIDTH)
            }
            onError={() => setFailed(true)}
          />
        )}
      </div>
    </div>
  )
}
