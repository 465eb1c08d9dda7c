import * as z from 'zod/mini'
import type { Uuid } from '#domain/shared/id.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { Person } from './person.ts'
import type { ReasonCode } from './reason.ts'

const part = z.number().check(z.gte(0), z.lte(1))

/** A place on a page: parts of the width and height of the upright, untouched page. No width and height: a point. */
export const PinBox = z
  .strictObject({ x: part, y: part, w: part, h: part })
  .check(z.refine(({ x, y, w, h }) => x + w <= 1.0001 && y + h <= 1.0001))
export type PinBox = z.infer<typeof PinBox>

/** Who is called by a remark: people by their id, the negeri's office, the Dinas. */
export const Mentions = z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.maxLength(20))

/**
 * `open`: put and not settled. `asked`: part of a return; once the case is back it waits for an answer. `notYet`: it came
 * back and is still wrong. `good`: settled. `withdrawn`: its author took it back.
 */
export type PinState = 'open' | 'asked' | 'notYet' | 'good' | 'withdrawn'

/** What a person makes of a pin. `open` takes an answer back. */
export const PIN_ANSWERS = ['good', 'notYet', 'withdrawn', 'open'] as const
export type PinAnswer = (typeof PIN_ANSWERS)[number]

export type PinReply = {
  readonly id: Uuid
  readonly text: string
  readonly mentions: readonly string[]
  readonly by: Person
  readonly at: Instant
}

/**
 * A remark fixed to a place of a paper: to the file and its hash, the page, and the place on the upright page. It never
 * moves to another file: what replaces the paper is looked at beside it.
 */
export type Pin = {
  readonly id: Uuid
  /** By which people name it; counted within its case. */
  readonly number: number
  readonly fileId: Uuid
  readonly sha256: string
  readonly ruleId: string
  readonly page: number
  readonly box: PinBox
  /** What is wrong, coded: then it belongs into a return. Without a code it is a remark among colleagues. */
  readonly code?: ReasonCode
  /** The answer of the form that it is about as well. */
  readonly field?: string
  readonly text: string
  readonly mentions: readonly string[]
  readonly by: Person
  readonly at: Instant
  readonly thread: readonly PinReply[]
  readonly state: PinState
  /** When it last went out with a return. */
  readonly askedAt?: Instant
  readonly settled?: { readonly by: Person; readonly at: Instant }
}

/** That are not settled: what is good or taken back makes room, up to so many in all. */
export const MOST_OPEN_PINS = 100
export const MOST_PINS = 300
/** Of one pin, and of all pins of a case. */
export const MOST_REPLIES = 100
export const MOST_REPLIES_OF_CASE = 500
