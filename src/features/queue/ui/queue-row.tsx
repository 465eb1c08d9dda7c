import type { Row } from '@tanstack/react-table'
import { memo } from 'react'
import { STAGE } from '#domain/case/stage.ts'
import type { QueueItem } from '#client/replica/queue-item.ts'
import { clockTime } from '#i18n/format.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { caseName } from './case-address.ts'
import type { queueFeatures } from './queue-columns.tsx'
import { useQueueSurroundings } from './queue-context.ts'
import type { Flash } from './queue-model.ts'

export type RowActs = {
  readonly toggle: (id: string, extend: boolean) => void
  readonly choose: (id: string) => void
  readonly openCase: (id: string) => void
}

type QueueRowLineProps = {
  readonly row: Row<typeof queueFeatures, QueueItem>
  readonly place: number
  readonly selected: boolean
  readonly open: boolean
  readonly cursor: boolean
  readonly gone: boolean
  readonly flash: Flash | undefined
  readonly acts: RowActs
}

function Line({ row, place, selected, open, cursor, gone, flash, acts }: QueueRowLineProps) {
  const t = useT('queue')
  const item = row.original
  const classes = [selected ? 'sel' : '', open ? 'open' : '', gone ? 'gone' : '', flash ? 'flash' : '']
  return (
    // The keys of a row (Enter, Space, X) belong to the list, wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr
      role="row"
      className={classes.filter(Boolean).join(' ') || undefined}
      aria-rowindex={place + 2}
      aria-current={open || undefined}
      tabIndex={cursor ? 0 : -1}
      data-case={item.row.id}
      title={gone ? t('gone') : undefined}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('.c-select')) return // the box chooses, it opens nothing
        if (event.shiftKey) acts.toggle(item.row.id, true)
        else acts.choose(item.row.id)
      }}
      onDoubleClick={() => acts.openCase(item.row.id)}
    >
      <td role="cell" className="c-select">
        <label>
          <input
            type="checkbox"
            checked={selected}
            tabIndex={-1}
            aria-label={t('selectOne', { case: `${caseName(item.row)} ${item.row.applicant}` })}
            onChange={() => undefined}
            onClick={(event) => acts.toggle(item.row.id, event.shiftKey)}
          />
        </label>
      </td>
      {row.getVisibleCells().map((cell) => (
        <td role="cell" key={cell.id} className={`c-${cell.column.id}`}>
          {typeof cell.column.columnDef.cell === 'function'
            ? cell.column.columnDef.cell(cell.getContext())
            : null}
          {cell.column.id === 'pemohon' && flash ? <FlashWords flash={flash} /> : null}
        </td>
      ))}
    </tr>
  )
}

export const QueueRowLine = memo(Line, (a, b) => {
  const same =
    a.row.original === b.row.original &&
    a.place === b.place &&
    a.selected === b.selected &&
    a.open === b.open &&
    a.cursor === b.cursor
  return same && a.gone === b.gone && a.flash === b.flash && a.acts === b.acts
})

/** "Baru saja diubah oleh Yopi Sahusilawa: Diteruskan → Verifikasi, 10.42" */
function FlashWords({ flash }: { readonly flash: Flash }) {
  const words = useFlashWords()(flash)
  return (
    <span className="who" title={words}>
      {words}
    </span>
  )
}

export function useFlashWords(): (flash: Flash) => string {
  const t = useT('queue')
  const text = useText()
  const { me } = useQueueSurroundings()
  return ({ before, after }) => {
    const who = after.row.changedBy === me.name ? t('you') : after.row.changedBy
    const time = clockTime(after.row.changedAt)
    if (before.row.stage !== after.row.stage) {
      return t('flash.moved', {
        who,
        from: text(STAGE[before.row.stage].label),
        to: text(STAGE[after.row.stage].label),
        time,
      })
    }
    if (before.row.holder?.id !== after.row.holder?.id)
      return t(after.row.holder ? 'flash.taken' : 'flash.released', { who, time })
    return t('flash.changed', { who, time })
  }
}
