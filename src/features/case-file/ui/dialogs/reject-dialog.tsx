'use client'
import type { ReasonCode } from '#domain/case/reason.ts'
import { REASON, REASON_CODES } from '#domain/case/reason.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Field } from '#ui/field.tsx'
import { useDesk } from '../desk.ts'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

const LEAST = 10

type Typed = { readonly code: ReasonCode | ''; readonly ground: string; readonly route: string }

/** The first half of T29: a final reason, its legal ground, and the way to complain. Another person must confirm it. */
export function RejectDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const text = useText()
  const { file, actor } = useDesk()
  const [typed, setTyped] = useTyped<Typed>(file.id, 'reject', {
    code: '',
    ground: '',
    route: t('reject.routeReady'),
  })
  const codes = REASON_CODES.filter(
    (code) =>
      REASON[code].final &&
      REASON[code].services.includes(file.service) &&
      (code !== 'FALSE_DATA' || actor.role === 'SUPERVISOR'),
  )
  const ground = typed.ground.trim()
  const route = typed.route.trim()
  const missing =
    typed.code === ''
      ? t('reject.codeMissing')
      : ground.length < LEAST
        ? t('reject.groundMissing', { n: LEAST })
        : route.length < LEAST
          ? t('reject.routeMissing')
          : undefined
  return (
    <ActionForm
      command="reject"
      onClose={onClose}
      danger
      missing={missing}
      build={() =>
        missing || typed.code === '' ? undefined : { type: 'reject', code: typed.code, ground, route }
      }
    >
      <p>{t('reject.about')}</p>
      <Field label={t('reject.code')}>
        <select
          className="input"
          value={typed.code}
          autoFocus
          onChange={(event) => setTyped((all) => ({ ...all, code: event.target.value as ReasonCode | '' }))}
        >
          <option value="">{t('return.pickCode')}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {text(REASON[code].label)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('reject.ground')} hint={t('reject.groundHint')}>
        <textarea
          value={typed.ground}
          maxLength={2000}
          onChange={(event) => setTyped((all) => ({ ...all, ground: event.target.value }))}
        />
      </Field>
      <Field label={t('reject.route')}>
        <textarea
          value={typed.route}
          maxLength={2000}
          onChange={(event) => setTyped((all) => ({ ...all, route: event.target.value }))}
        />
      </Field>
    </ActionForm>
  )
}
