import type { PaperVerdict } from '#domain/case/paper-verdict.ts'
import type { FileRefusalCode } from '#domain/intake/paper-file.ts'

/** One way to send a photo: as it was taken, or laid straight. */
export type Shot = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mime: string
  readonly width: number
  readonly height: number
  readonly verdict: PaperVerdict
  /** It stays over 300 KB, because smaller it could not be read. */
  readonly large: boolean
}

export type Developed =
  | {
      readonly ok: true
      readonly shot: Shot
      /** What was done to it: the page was laid flat, or turned by so many quarters. */
      readonly straightened: boolean
      readonly turned: number
      /** How long the judge itself took. */
      readonly judgedMs: number
    }
  | { readonly ok: false; readonly why: FileRefusalCode | 'unknown-picture' }

/** `straight`: find the page and lay it flat. `turn`: quarter turns clockwise; left out, as the writing says. */
export type DevelopWish = { readonly straight: boolean; readonly turn?: number }

/** What the camera shows while it is held: 0 to 100, and what is worst. */
export type LiveLook = { readonly sharpness: number; readonly verdict: PaperVerdict; readonly tookMs: number }

export type ToDesk =
  | { readonly id: number; readonly ask: 'develop'; readonly file: Blob; readonly wish: DevelopWish }
  | { readonly id: number; readonly ask: 'look'; readonly frame: ImageBitmap }
export type FromDesk = {
  readonly id: number
  readonly answer?: Developed | LiveLook
  readonly failed?: string
}
