/** How many minutes so many bytes take at this rate; at least one, and nothing while the rate is not known. */
export function minutesFor(bytes: number, bytesPerSecond: number | undefined): number | undefined {
  if (bytesPerSecond === undefined || bytesPerSecond <= 0) return undefined
  return Math.max(1, Math.ceil(bytes / bytesPerSecond / 60))
}
