export type Bringing = {
  readonly onProgress: (sent: number) => void
}
export type Brought =
  | { readonly came: 'whole'; readonly id: string }
  | { readonly came: 'nothing' | 'too-many' | 'too-big' | 'sign-in' }

/**
 * Carries a sealed file to the Dinas, from the byte where an earlier attempt with the same file stopped: the address
 * of a half-sent one is remembered under the file's name, size and date. Nothing of its content is.
 */
export async function bringFile(file: File, { onProgress }: Bringing): Promise<Brought> {
  const { Upload } = await import('tus-js-client')
  return new Promise((resolve) => {
    const upload = new Upload(file, {
      endpoint: '/kapal',
      retryDelays: [500, 2_000, 5_000],
      chunkSize: 4 * 1024 * 1024,
      removeFingerprintOnSuccess: true,
      onProgress,
      onSuccess: () => resolve({ came: 'whole', id: (upload.url ?? '').split('/').at(-1) ?? '' }),
      onError: (error) => {
        const status = 'originalResponse' in error ? error.originalResponse?.getStatus() : undefined
        resolve({ came: CAME[status ?? 0] ?? 'nothing' })
      },
    })
    void upload.findPreviousUploads().then((previous) => {
      const [last] = previous
      if (last) upload.resumeFromPreviousUpload(last)
      upload.start()
    })
  })
}

const CAME: { readonly [status: number]: Exclude<Brought['came'], 'whole'> } = {
  401: 'sign-in',
  403: 'sign-in',
  413: 'too-big',
  429: 'too-many',
}
