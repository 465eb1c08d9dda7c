'use client'
import type { CommandOf } from '#domain/case/command.ts'
import { dueOutputs } from '#domain/service/check-form.ts'
import type { Output } from '#domain/service/service-definition.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Field } from '#ui/field.tsx'
import { useDesk } from '../desk.ts'
import { DocumentUpload } from '../document-upload.tsx'
import { reportDay } from '../paper-sheets.ts'
import type { SentFile } from '../send-document.ts'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

type Written = {
  readonly documentNumber: string
  readonly officialLink: string
  readonly allotted: string
  readonly file?: SentFile | undefined
}
type Typed = {
  readonly signer: string
  readonly issuedOn: string
  readonly documents: { readonly [outputId: string]: Written }
}
type Documents = CommandOf<'recordSigned'>['documents']

const NOTHING: Written = { documentNumber: '', officialLink: '', allotted: '' }

/** T23: what SIAK issued and the head signed: each document with its number and its PDF or official link. */
export function RecordSignedDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const text = useText()
  const { file, kind, now } = useDesk()
  const today = localDateInWit(now)
  const outputs = dueOutputs(kind, { answers: file.answers, reportOn: reportDay(file, now) })
  const [typed, setTyped] = useTyped<Typed>(file.id, 'recordSigned', {
    signer: '',
    issuedOn: today,
    documents: {},
  })
  const written = (output: Output) => typed.documents[output.id] ?? NOTHING
  const write = (output: Output, next: Partial<Written>) =>
    setTyped((all) => ({
      ...all,
      documents: { ...all.documents, [output.id]: { ...(all.documents[output.id] ?? NOTHING), ...next } },
    }))
  const lacking = outputs.find((output) => outputMissing(output, written(output)))
  const missing =
    typed.signer.trim() === ''
      ? t('signed.signerMissing')
      : lacking
        ? t('signed.outputMissing', { output: text(lacking.label) })
        : undefined
  const documents = outputs.map((output) => documentOf(output, written(output), typed))
  const files = outputs.flatMap((output) => written(output).file ?? [])
  return (
    <ActionForm
      command="recordSigned"
      onClose={onClose}
      wide
      missing={missing}
      files={files}
      build={() => (missing ? undefined : { type: 'recordSigned', documents })}
    >
      <p>{t('signed.about')}</p>
      <div className="pair">
        <Field label={t('signed.signer')}>
          <input
            className="input"
            value={typed.signer}
            maxLength={200}
            autoFocus
            onChange={(event) => setTyped((all) => ({ ...all, signer: event.target.value }))}
          />
        </Field>
        <Field label={t('signed.issuedOn')}>
          <input
            className="input"
            type="date"
            max={today}
            value={typed.issuedOn}
            onChange={(event) => setTyped((all) => ({ ...all, issuedOn: event.target.value }))}
          />
        </Field>
      </div>
      {outputs.map((output) => (
        <fieldset className="fault" key={output.id}>
          <header>
            <legend>{text(output.label)}</legend>
          </header>
          <div className="pair">
            <Field label={t('signed.number')}>
              <input
                className="input"
                value={written(output).documentNumber}
                maxLength={200}
                onChange={(event) => write(output, { documentNumber: event.target.value })}
              />
            </Field>
            {allotsOf(output) ? (
              <Field
                label={allotsOf(output) === 'nik' ? t('signed.nik') : t('signed.noKk')}
                hint={t('signed.ifNew')}
              >
                <input
                  className="input"
                  inputMode="numeric"
                  value={written(output).allotted}
                  maxLength={19}
                  onChange={(event) =>
                    write(output, { allotted: event.target.value.replace(/\D/g, '').slice(0, 16) })
                  }
                />
              </Field>
            ) : (
              <span />
            )}
          </div>
          {output.selfPrint ? (
            <>
              <DocumentUpload
                caseId={file.id}
                label={t('signed.pdf')}
                value={written(output).file}
                onSent={(sent) => write(output, { file: sent })}
              />
              <Field label={t('signed.link')} hint={t('signed.linkHint')}>
                <input
                  className="input"
                  type="url"
                  value={written(output).officialLink}
                  onChange={(event) => write(output, { officialLink: event.target.value })}
                />
              </Field>
            </>
          ) : null}
        </fieldset>
      ))}
    </ActionForm>
  )
}

function outputMissing(output: Output, one: Written): boolean {
  if (one.documentNumber.trim() === '') return true
  if (one.allotted !== '' && one.allotted.length !== 16) return true
  if (one.officialLink.trim() !== '' && !URL.canParse(one.officialLink.trim())) return true
  return output.selfPrint && one.file === undefined && one.officialLink.trim() === ''
}

/** A deed of birth may bring a NIK, a family card a number of its own. */
function allotsOf(output: Output): 'nik' | 'noKk' | undefined {
  if (output.id === 'AKTA') return 'nik'
  return output.id === 'KK' ? 'noKk' : undefined
}

function documentOf(output: Output, one: Written, typed: Typed): Documents[number] {
  const allots = allotsOf(output)
  return {
    outputId: output.id,
    documentNumber: one.documentNumber.trim(),
    issuedOn: typed.issuedOn,
    signer: typed.signer.trim(),
    ...(one.file ? { file: { fileId: one.file.fileId, sha256: one.file.sha256 } } : {}),
    ...(one.officialLink.trim() === '' ? {} : { officialLink: one.officialLink.trim() }),
    ...(allots === 'nik' && one.allotted !== '' ? { allottedNik: one.allotted } : {}),
    ...(allots === 'noKk' && one.allotted !== '' ? { allottedNoKk: one.allotted } : {}),
  }
}
