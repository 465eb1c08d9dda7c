'use client'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { momentWords } from '../case-words.ts'
import { useDesk } from '../desk.ts'
import './work.css'

/** What whoever gave the case away wants its receiver to read first. It stays until the case leaves their hands. */
export function HandOverNote({ onGiveBack }: { readonly onGiveBack: () => void }) {
  const t = useT('case')
  const locale = useLocale()
  const { file, actor, now } = useDesk()
  const { handedOver, holder } = file
  if (!handedOver || holder?.id !== handedOver.to.id || holder.since !== handedOver.at) return null
  const mine = holder.id === actor.id
  const at = momentWords(handedOver.at, now, locale)
  return (
    <aside className="hand-note" aria-label={t('work.note')} data-hand-over={handedOver.by.id}>
      <div>
        <Avatar id={handedOver.by.id} name={handedOver.by.name} />
        <p>
          <b>
            {mine
              ? t('work.handedToYou', { name: handedOver.by.name, at })
              : t('work.handed', { name: handedOver.by.name, to: handedOver.to.name, at })}
          </b>
          <br />
          {handedOver.note}
        </p>
        {mine ? (
          <Button small onClick={onGiveBack}>
            {t('work.giveBack')}
          </Button>
        ) : null}
      </div>
    </aside>
  )
}
