'use client'
import { ArrowRight, FileText } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import { STAGE } from '#domain/case/stage.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { useOfferedCommands } from '#client/commands.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { decodeRows } from '#client/replica/decode-rows.ts'
import { searchFor } from '#client/replica/queue-index.ts'
import { plain } from '#client/replica/queue-item.ts'
import { api } from '#client/trpc.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { navFor } from '#ui/nav-items.ts'
import { caseAddress } from './case-address.ts'
import { useSavedViews } from './saved-views.ts'
import './command-palette.css'

type Offer = {
  readonly id: string
  readonly name: string
  readonly about?: string
  readonly key?: string | undefined
  readonly isCase?: boolean
  readonly run: () => void
}

const MOST_CASES = 8
const NO_ROWS: readonly QueueRow[] = []
const IDENTITY = /^\d{16}$/

type CommandPaletteProps = {
  readonly me: Actor & { readonly role: Role }
  readonly live: LiveConnection | undefined
  readonly onClose: () => void
}

/** Every action by name, and every open case by name or number; sixteen digits ask the server for that NIK or No. KK. */
export function CommandPalette({ me, live, onClose }: CommandPaletteProps) {
  const t = useT('queue')
  const common = useT('common')
  const text = useText()
  const commands = useOfferedCommands()
  const views = useSavedViews(me.id, me.role)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const [answer, setAnswer] = useState<{ readonly to: string; readonly rows: readonly QueueRow[] }>()
  const chosen = useRef<HTMLLIElement>(null)
  const digits = words.replaceAll(/[\s.]/g, '')
  useEffect(() => {
    if (!IDENTITY.test(digits)) return
    api.queue.findByIdentity.mutate({ digits }).then(
      ({ rows }) => setAnswer({ to: digits, rows: decodeRows(rows) }),
      () => undefined,
    )
  }, [digits])
  const byNumber = answer?.to === digits ? answer.rows : NO_ROWS // an answer to an earlier number is none
  const offers = useMemo((): readonly Offer[] => {
    const places = navFor(me.role, me.services).flatMap((section) => section.items)
    const all: Offer[] = [
      ...commands.map((command) => ({
        id: command.id,
        name: command.name,
        key: command.key,
        run: command.run,
      })),
      ...places.map((item) => ({
        id: item.href,
        name: t('palette.go', { place: common(item.label) }),
        run: () => location.assign(item.href),
      })),
      ...views.map((view) => ({
        id: view.id,
        name: t('palette.view', { name: view.name }),
        run: () => location.assign(view.address),
      })),
    ]
    const wanted = plain(words).split(/\s+/).filter(Boolean)
    const actions = all.filter((one) => wanted.every((word) => plain(one.name).includes(word)))
    return [
      ...actions,
      ...(digits.length === 16 ? byNumber : found(live, words)).map((row) => caseOffer(row)),
    ]

    function caseOffer(row: QueueRow): Offer {
      return {
        id: row.id,
        name: `${row.number ?? t('draft')} ${row.applicant}`,
        about: text(STAGE[row.stage].label),
        isCase: true,
        run: () => location.assign(caseAddress(row, me)),
      }
    }
  }, [words, digits, commands, views, byNumber, live, me, t, common, text])
  const active = Math.min(at, Math.max(0, offers.length - 1))
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const run = (offer: Offer | undefined) => {
    if (!offer) return
    onClose()
    // After the dialog has given focus back, so that the act finds the page as it was.
    setTimeout(offer.run)
  }
  return (
    <Dialog open onClose={onClose} title={t('palette.title')}>
      <input
        className="input"
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={offers[active] ? `offer-${active}` : undefined}
        aria-label={t('palette.label')}
        placeholder={t('palette.label')}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(active + 1, offers.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0))
          else if (event.key === 'Enter') run(offers[active])
          else return
          event.preventDefault()
        }}
      />
      <ul id="palette-list" role="listbox" aria-label={t('palette.title')} className="palette">
        {offers.map((offer, n) => (
          // The field above it has the focus and the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={offer.id}
            id={`offer-${n}`}
            role="option"
            aria-selected={n === active}
            ref={n === active ? chosen : undefined}
            onClick={() => run(offer)}
            onPointerMove={() => setAt(n)}
          >
            {offer.isCase ? (
              <FileText className="ic" aria-hidden />
            ) : (
              <ArrowRight className="ic" aria-hidden />
            )}
            <span className="cut">{offer.name}</span>
            {offer.about ? <span className="muted">{offer.about}</span> : null}
            {offer.key ? <kbd aria-hidden>{offer.key}</kbd> : null}
          </li>
        ))}
      </ul>
      {offers.length === 0 ? (
        <p className="second">{IDENTITY.test(digits) ? t('palette.noIdentity') : t('palette.nothing')}</p>
      ) : null}
    </Dialog>
  )
}

function found(live: LiveConnection | undefined, words: string): readonly QueueRow[] {
  const where = searchFor(words)
  if (!live || !where || words.trim().length < 2) return []
  const rows: QueueRow[] = []
  for (const replica of live.replicas.values()) {
    for (const item of replica.items.values()) {
      if (item.open && where(item)) rows.push(item.row)
      if (rows.length === MOST_CASES) return rows
    }
  }
  return rows
}
