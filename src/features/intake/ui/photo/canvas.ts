type AnyCanvas = OffscreenCanvas | HTMLCanvasElement
type Brush = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D

/** A canvas in a worker, or on the page where a browser has none in workers. */
export function canvasOf(
  width: number,
  height: number,
): { readonly canvas: AnyCanvas; readonly brush: Brush } {
  const canvas =
    typeof OffscreenCanvas === 'undefined'
      ? Object.assign(document.createElement('canvas'), { width, height })
      : new OffscreenCanvas(width, height)
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (brush === null) throw new Error('no canvas')
  return { canvas, brush }
}

/** A JPEG of what is drawn: nothing of the file that it came from is in it. */
export async function jpegOf(canvas: AnyCanvas, quality: number): Promise<Blob> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/jpeg', quality })
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', quality)
  })
}

/** Gives the memory back at once; a phone of 2 GB does not wait for the collector. */
export function letGo(canvas: AnyCanvas): void {
  canvas.width = 0
  canvas.height = 0
}
