/** Brightness only, 0 black to 255 white, row by row from the top left. */
export type GreyImage = {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** A cut-out, one pixel of it the mean of `by` × `by` of the whole. What lies outside of the whole is left out. */
export function cutOut(
  image: GreyImage,
  from: { readonly x: number; readonly y: number },
  size: number,
  by: number,
): GreyImage {
  const width = Math.floor(Math.min(size, image.width - from.x) / by)
  const height = Math.floor(Math.min(size, image.height - from.y) / by)
  const pixels = new Uint8Array(width * height)
  if (by === 1) {
    for (let y = 0; y < height; y++) {
      const row = (from.y + y) * image.width + from.x
      pixels.set(image.pixels.subarray(row, row + width), y * width)
    }
    return { width, height, pixels }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let dy = 0; dy < by; dy++) {
        const row = (from.y + y * by + dy) * image.width + from.x + x * by
        for (let dx = 0; dx < by; dx++) sum += image.pixels[row + dx] ?? 0
      }
      pixels[y * width + x] = sum / (by * by)
    }
  }
  return { width, height, pixels }
}

/** The value below which `part` of the pixels lie. */
export function levelAt(counts: Uint32Array, part: number): number {
  let all = 0
  for (const count of counts) all += count
  let seen = 0
  for (let level = 0; level < counts.length; level++) {
    seen += counts[level] ?? 0
    if (seen >= all * part && seen > 0) return level
  }
  return counts.length - 1
}

/** The value at `part` of the sorted numbers; `otherwise` when there are none. */
export function quantile(values: readonly number[], part: number, otherwise = 0): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? otherwise
}
