'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { JudgedPhoto } from '../shrink-photo.ts'
import { PhotoReview } from './photo-review.tsx'
import './photo.css'

type Props = {
  readonly file: File
  readonly paper: string
  readonly onAgain: () => void
  readonly onReady: (photo: JudgedPhoto) => void
  readonly onFile: (file: File) => void
  /** Neither this one nor another. */
  readonly onClose: () => void
}

/** A chosen photo that is not simply good: looked at before it is kept. */
export function PickCheck({ file, paper, onAgain, onReady, onFile, onClose }: Props) {
  const t = useT('intake')
  return (
    <Dialog open onClose={onClose} title={t('photo.check', { paper })} wide>
      <PhotoReview
        file={file}
        paper={paper}
        againLabel={t('photo.other')}
        onAgain={onAgain}
        onReady={onReady}
        onUnknown={() => onFile(file)}
      />
    </Dialog>
  )
}
