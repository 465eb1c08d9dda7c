export type Saved = 'shared' | 'downloaded' | 'given-up'

/** Hands a file to another app where the phone can (WhatsApp, Bluetooth, a card), else saves it as a download. */
export async function saveFile(file: File): Promise<Saved> {
  const data = { files: [file] }
  if (navigator.canShare?.(data)) {
    try {
      await navigator.share(data)
      return 'shared'
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'given-up'
      // Some phones say they can and then cannot.
    }
  }
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return 'downloaded'
}
