'use client'
import type { CSSProperties } from 'react'
import { useEffect, useRef } from 'react'
import { usePointers } from '#client/live/pointers.ts'
import { colourOf } from '#ui/avatar.tsx'
import { useDesk } from '../desk.ts'
import type { ViewTransform } from '../view-transform.ts'
import { placeOnPage } from './place-on-page.ts'
import './pointers.css'

type PointersProps = {
  readonly fileId: string
  readonly page: number
  readonly view: ViewTransform
}

/**
 * Where colleagues point on this page, and mine for them. It lies over the page within its transform, so that the same
 * spot of the paper is meant however each has turned and enlarged it; arrow and name keep their size and stay upright.
 */
export function Pointers({ fileId, page, view }: PointersProps) {
  const { file } = useDesk()
  const ref = useRef<HTMLDivElement>(null)
  const { pointers, point, leave } = usePointers(file.id, fileId, page)
  const turn = useRef(view.turn)
  turn.current = view.turn

  useEffect(() => {
    const stage = ref.current?.closest<HTMLElement>('.viewer-stage')
    if (!stage) return
    const onMove = (event: PointerEvent) => {
      if (event.pointerType === 'touch' || event.buttons > 0) return // it moves the paper
      const box = ref.current?.getBoundingClientRect()
      if (box) point(...placeOnPage(event.clientX, event.clientY, box, turn.current))
    }
    stage.addEventListener('pointermove', onMove)
    stage.addEventListener('pointerleave', leave)
    return () => {
      stage.removeEventListener('pointermove', onMove)
      stage.removeEventListener('pointerleave', leave)
    }
  }, [point, leave])

  return (
    <div className="pointers" ref={ref} aria-hidden>
      {pointers.map(({ person, x, y, rests }) => (
        <span
          key={person.id}
          className={`pointer c${colourOf(person.id)}`}
          data-rests={rests}
          style={
            {
              left: `${x * 100}%`,
              top: `${y * 100}%`,
              '--upright': `rotate(${-90 * view.turn}deg) scale(${1 / view.scale})`,
            } as CSSProperties
          }
        >
          <svg width="16" height="18" viewBox="0 0 16 18">
            <path d="M1 1 15 9 8.5 10.5 5.5 17z" />
          </svg>
          <span>{person.name.split(' ')[0]}</span>
        </span>
      ))}
    </div>
  )
}
