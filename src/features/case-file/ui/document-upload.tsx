'use client'
import { FileCheck2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { Text } from '#domain/shared/text.ts'
import { bytesInWords } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import type { SentFile } from './send-document.ts'
import { sendDocument } from './send-document.ts'

type DocumentUploadProps = {
  readonly caseId: string
  readonly label: string
  readonly value: SentFile | undefined
  readonly onSent: (file: SentFile | undefined) => void
}

/** One PDF of SIAK. It is at the Dinas before the act is sent, so the act itself stays small. */
export function DocumentUpload({ caseId, label, value, onSent }: DocumentUploadProps) {
  const t = useT('case')
  const text = useText()
  const locale = useLocale()
  const id = useId()
  const [progress, setProgress] = useState<{ readonly sent: number; readonly of: number }>()
  const [error, setError] = useState('')

  async function send(file: File) {
    setError('')
    setProgress({ sent: 0, of: file.size })
    try {
      onSent(await sendDocument(caseId, file, (sent, of) => setProgress({ sent, of })))
    } catch (caught) {
      const refusal = refusalIn(caught)
      setError(refusal ? text(refusal) : t('upload.failed'))
    } finally {
      setProgress(undefined)
    }
  }

  return (
    <div className={error ? 'field bad' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {error ? (
        <span className="err" role="alert">
          {error}
        </span>
      ) : null}
      {value ? (
        <span className="saved">
          <span className="yes">
            <FileCheck2 className="ic" aria-hidden />
            {t('upload.done', { name: value.name, size: bytesInWords(value.bytes, locale) })}
          </span>
          <Button small variant="quiet" onClick={() => onSent(undefined)}>
            {t('upload.other')}
          </Button>
        </span>
      ) : progress ? (
        <span className="progress" role="status">
          {t('upload.progress', {
            sent: bytesInWords(progress.sent, locale),
            of: bytesInWords(progress.of, locale),
          })}
        </span>
      ) : (
        <input
          id={id}
          className="input"
          type="file"
          accept="application/pdf"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void send(file)
          }}
        />
      )}
    </div>
  )
}

/** The server's own words for a file that it does not take. */
function refusalIn(caught: unknown): Text | undefined {
  const body =
    caught instanceof Error && 'originalResponse' in caught
      ? (caught.originalResponse as { getBody(): string } | null)?.getBody()
      : undefined
  try {
    const { text } = JSON.parse(body ?? '') as { text?: Text }
    return typeof text?.id === 'string' && typeof text.en === 'string' ? text : undefined
  } catch {
    return undefined
  }
}
