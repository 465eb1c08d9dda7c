'use client'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef } from 'react'
import { PAGE_WIDTH } from './view-transform.ts'

type PdfPageProps = {
  readonly pdf: PDFDocumentProxy
  readonly page: number
  readonly scale: number
  readonly label: string
  readonly onSize: (height: number) => void
}

/** One page on a canvas, drawn again only when the zoom passes a whole step, so that dragging costs nothing. */
export function PdfPage({ pdf, page, scale, label, onSize }: PdfPageProps) {
  const ref = useRef<HTMLCanvasElement>(null)
  const sharpness = Math.min(3, Math.max(1, Math.ceil(scale)) * window.devicePixelRatio)
  useEffect(() => {
    let stopped = false
    let stop = () => undefined as void
    void (async () => {
      const one = await pdf.getPage(page)
      const canvas = ref.current
      if (stopped || !canvas) return
      const natural = one.getViewport({ scale: 1 })
      const viewport = one.getViewport({ scale: (PAGE_WIDTH / natural.width) * sharpness })
      onSize((natural.height / natural.width) * PAGE_WIDTH)
      canvas.width = viewport.width
      canvas.height = viewport.height
      const task = one.render({ canvas, viewport })
      stop = () => task.cancel()
      await task.promise.catch(() => undefined) // cancelled by the next page
    })()
    return () => {
      stopped = true
      stop()
    }
  }, [pdf, page, sharpness, onSize])
  return <canvas ref={ref} role="img" aria-label={label} />
}
