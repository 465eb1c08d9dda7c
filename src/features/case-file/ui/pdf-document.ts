'use client'
import type { PDFDocumentProxy } from 'pdfjs-dist'

/**
 * PDF.js draws a PDF on a canvas, inside our own page and policy: no plug-in, no script of the document, no outside
 * request. It is heavy, so it comes only with the first PDF that someone opens.
 */
export async function openPdf(address: string): Promise<PDFDocumentProxy> {
  const pdfjs = await import('pdfjs-dist')
  if (!pdfjs.GlobalWorkerOptions.workerPort) {
    pdfjs.GlobalWorkerOptions.workerPort = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      type: 'module',
    })
  }
  return pdfjs.getDocument({
    url: address,
    withCredentials: true,
    disableAutoFetch: true,
    useWasm: false,
    useSystemFonts: true,
    enableXfa: false,
    stopAtErrors: false,
  }).promise
}
