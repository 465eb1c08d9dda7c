'use client'
import type { DeliveryChannel } from '#domain/case/delivery-channel.ts'
import { DELIVERY_CHANNELS } from '#domain/case/delivery-channel.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Field } from '#ui/field.tsx'
import { useDesk } from '../desk.ts'
import { fromWitInput, toWitInput } from '../wit-input.ts'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

type Typed = { readonly channel: DeliveryChannel; readonly receiver: string; readonly at: string }

/** T25: by which way, to whom and when the document was handed over. */
export function DeliverDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const { file, now } = useDesk()
  const [typed, setTyped] = useTyped<Typed>(file.id, 'deliver', {
    channel: 'hand',
    receiver: '',
    at: toWitInput(now),
  })
  const receiver = typed.receiver.trim()
  const deliveredAt = fromWitInput(typed.at)
  const missing =
    receiver === ''
      ? t('deliver.receiverMissing')
      : deliveredAt === undefined
        ? t('deliver.timeWrong')
        : undefined
  return (
    <ActionForm
      command="deliver"
      onClose={onClose}
      missing={missing}
      build={() =>
        missing || deliveredAt === undefined
          ? undefined
          : { type: 'deliver', channel: typed.channel, receiver, deliveredAt }
      }
    >
      <Field label={t('deliver.channel')}>
        <select
          className="input"
          value={typed.channel}
          autoFocus
          onChange={(event) =>
            setTyped((all) => ({ ...all, channel: event.target.value as DeliveryChannel }))
          }
        >
          {DELIVERY_CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {t(`deliver.by.${channel}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('deliver.receiver')}>
        <input
          className="input"
          value={typed.receiver}
          maxLength={200}
          onChange={(event) => setTyped((all) => ({ ...all, receiver: event.target.value }))}
        />
      </Field>
      <Field label={t('deliver.time')} hint={t('deliver.timeHint')}>
        <input
          className="input"
          type="datetime-local"
          max={toWitInput(now)}
          value={typed.at}
          onChange={(event) => setTyped((all) => ({ ...all, at: event.target.value }))}
        />
      </Field>
    </ActionForm>
  )
}
