import Link from 'next/link'
import { CornerDownRight } from 'lucide-react'
import { STAGE } from '#domain/case/stage.ts'
import { wholeNumber } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import type { Around } from './around.ts'
import type { Board } from './board-counts.ts'
import { listOf } from './list-address.ts'

const HOLDERS_SHOWN = 7
const NEGERI_SHOWN = 5

type WallSideProps = {
  readonly board: Board | undefined
  readonly around: Around
  readonly places: { readonly [code: string]: string }
}

/** Beside the services: who holds what and how much of it is late, where it is late, and which village is silent. */
export function WallSide({ board, around, places }: WallSideProps) {
  return (
    <div className="wall-right">
      <Holders board={board} />
      <LateNegeri board={board} places={places} />
      <Silent around={around} places={places} />
    </div>
  )
}

function Holders({ board }: { readonly board: Board | undefined }) {
  const t = useT('board')
  const text = useText()
  const locale = useLocale()
  const holders = board?.holders ?? []
  const most = Math.max(1, ...holders.map(({ n }) => n))
  return (
    <section>
      <h2>
        {t('holders.title')} <span>{t('holders.hint')}</span>
      </h2>
      <ul className="wall-holders">
        {holders.slice(0, HOLDERS_SHOWN).map(({ holder, n, late, stage }) => (
          <li key={holder.id}>
            <Avatar id={holder.id} name={holder.name} large />
            <span>
              {holder.name}
              <small>
                {text(STAGE[stage].label)}
                {late > 0 ? `, ${t('holders.late', { n: late })}` : ''}
              </small>
            </span>
            <i
              style={
                { '--p': `${(n / most) * 100}%`, '--l': `${(late / most) * 100}%` } as Record<string, string>
              }
            />
            <Link
              href={listOf('saya', { pemegang: holder.id })}
              prefetch={false}
              aria-label={t('holders.open', { name: holder.name, n })}
            >
              {wholeNumber(n, locale)}
            </Link>
          </li>
        ))}
      </ul>
      {board && holders.length === 0 ? <p className="second">{t('holders.none')}</p> : null}
      {board && board.lateUnheld + board.lateHeld > 0 ? (
        <p className="wall-why">
          <CornerDownRight className="ic" aria-hidden />{' '}
          <Link href={listOf('saya', { tanda: 'janji', pemegang: 'kosong' })} prefetch={false}>
            {t('why.unheld', { n: wholeNumber(board.lateUnheld, locale) })}
          </Link>
          {', '}
          {t('why.held', { n: wholeNumber(board.lateHeld, locale) })}
        </p>
      ) : null}
    </section>
  )
}

function LateNegeri({
  board,
  places,
}: {
  readonly board: Board | undefined
  readonly places: WallSideProps['places']
}) {
  const t = useT('board')
  const locale = useLocale()
  if (!board || board.negeri.length === 0) return null
  return (
    <section>
      <h2>{t('negeri.title')}</h2>
      <ul className="wall-places">
        {board.negeri.slice(0, NEGERI_SHOWN).map(({ negeri, n }) => (
          <li key={negeri}>
            {places[negeri] ?? negeri}
            <Link
              href={listOf('saya', { tanda: 'janji', negeri })}
              prefetch={false}
              aria-label={t('negeri.open', { name: places[negeri] ?? negeri, n })}
            >
              {wholeNumber(n, locale)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Silent({ around, places }: { readonly around: Around; readonly places: WallSideProps['places'] }) {
  const t = useT('board')
  if (around.silent.length === 0) return null
  return (
    <section>
      <h2>
        {t('silent.title')} <span>{t('silent.hint')}</span>
      </h2>
      <ul className="wall-places">
        {around.silent.map(({ negeri, days, returned }) => (
          <li key={negeri}>
            {places[negeri] ?? negeri}
            <span>{t('silent.days', { n: days })}</span>
            <small>
              {returned > 0 ? (
                <Link href={listOf('saya', { negeri, tahap: 'RETURNED_NEGERI' })} prefetch={false}>
                  {t('silent.returned', { n: returned })}
                </Link>
              ) : (
                t('silent.nothing')
              )}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
