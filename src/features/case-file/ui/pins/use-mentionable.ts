'use client'
import { useMemo } from 'react'
import { ROLE_LABEL } from '#domain/access/role.ts'
import { DINAS_OFFICE, OFFICE } from '#domain/case/mentions.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import type { Mentionable } from '#ui/mention-text.ts'
import { useDesk } from '../desk.ts'

/** Whom a remark at this case can call: those of the staff who worked on it, its negeri and the Dinas. */
export function useMentionable(): {
  readonly people: readonly Mentionable[]
  readonly offices: readonly Mentionable[]
  readonly ask: undefined
} {
  const t = useT('case')
  const text = useText()
  const { view, file, actor } = useDesk()
  return useMemo(() => {
    const known = new Map(view.events.map(({ by }) => [by.id, by]))
    if (file.holder) known.set(file.holder.id, file.holder)
    const staff = [...known.values()].filter(
      ({ id, role }) => role !== 'CITIZEN' && role !== 'SYSTEM' && id !== actor.id,
    )
    return {
      people: staff.map(({ id, name, role }) => ({ id, name, about: text(ROLE_LABEL[role]) })),
      offices: [
        { id: DINAS_OFFICE, name: t('pin.dinas') },
        { id: `${OFFICE}${file.negeri}`, name: view.regions[file.negeri] ?? file.negeri },
      ],
      ask: undefined,
    }
  }, [view.events, view.regions, file.holder, file.negeri, actor.id, t, text])
}
