'use client'
import { useCallback, useMemo, useState } from 'react'
import { ROLE_LABEL } from '#domain/access/role.ts'
import { DINAS_OFFICE, OFFICE } from '#domain/case/mentions.ts'
import { api } from '#client/trpc.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import type { Mentionable } from '#ui/mention-text.ts'
import { useDesk } from '../desk.ts'

type Staff = Awaited<ReturnType<typeof api.notice.callable.query>>

/**
 * Whom a remark at this case can call: its negeri, the Dinas, and those of the staff who may open it. Who worked on it is
 * known at once, the others are asked for with the first `@`.
 */
export function useMentionable(): {
  readonly people: readonly Mentionable[]
  readonly offices: readonly Mentionable[]
  readonly ask: () => void
} {
  const t = useT('case')
  const text = useText()
  const { view, file, actor } = useDesk()
  const [all, setAll] = useState<Staff>(null)
  const ask = useCallback(() => {
    if (all === null) api.notice.callable.query({ caseId: file.id }).then(setAll, () => undefined)
  }, [all, file.id])
  return useMemo(() => {
    const known = new Map(view.events.map(({ by }) => [by.id, by]))
    if (file.holder) known.set(file.holder.id, file.holder)
    for (const one of all?.people ?? []) known.set(one.id, one)
    const staff = [...known.values()].filter(
      ({ id, role }) => role !== 'CITIZEN' && role !== 'SYSTEM' && id !== actor.id,
    )
    return {
      people: staff.map(({ id, name, role }) => ({ id, name, about: text(ROLE_LABEL[role]) })),
      offices: [
        { id: DINAS_OFFICE, name: t('pin.dinas') },
        { id: `${OFFICE}${file.negeri}`, name: view.regions[file.negeri] ?? file.negeri },
      ],
      ask,
    }
  }, [all, ask, view.events, view.regions, file.holder, file.negeri, actor.id, t, text])
}
