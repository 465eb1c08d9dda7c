import type { PaperFault, PaperVerdict } from '#domain/case/paper-verdict.ts'
import type { Direction } from './direction.ts'
import { directionOf } from './direction.ts'
import { inkAtEdges, missingPart } from './edges.ts'
import type { FoundPage } from './find-page.ts'
import { findPage } from './find-page.ts'
import { glarePart } from './glare.ts'
import type { GreyImage } from './grey-image.ts'
import { cutOut, levelAt, quantile } from './grey-image.ts'
import type { Letter } from './letters.ts'
import { lettersIn } from './letters.ts'
import { JUDGE, LIMIT } from './limits.ts'
import { BARE, pickTiles, TILE } from './pick-tiles.ts'
import type { Grain } from './soft-stroke.ts'
import { grainOf, noiseOf, strokeWidth } from './soft-stroke.ts'
import { surveyOf } from './survey.ts'
import { lineSizes, typeSize } from './type-size.ts'

/** What was measured; `limits.ts` says what is asked of each. */
export type Measures = {
  readonly paper: number
  readonly contrast: number
  readonly noise: number
  readonly glare: number
  readonly edgeInk: number
  readonly missing: number
  /** Median and small type size in px, and the stroke's half-width against the type size. */
  readonly type: number
  readonly soft: number
  readonly letters: number
  /** Part of the inked field that falls into pieces of a letter's size. */
  readonly resolved: number
  readonly direction: Direction
}

export type Judgement = {
  readonly verdict: PaperVerdict
  readonly page: FoundPage | undefined
  /** Pixels of the judged photo for one block of the page's corners. */
  readonly block: number
  /** Quarter turns clockwise until the writing stands upright. */
  readonly turn: 0 | 1 | 2 | 3
  readonly measures: Measures
}

const LEAST_DEPTH = 0.4
const LEAST_LETTERS = 8

/**
 * Is what is written on this photo of a paper legible? Pure, on brightness alone; see docs/decisions. `laidFlat`: the
 * page was found whole and cut out along its sides, so that nothing of it can be missing at the edges.
 */
export function judgePhoto(image: GreyImage, laidFlat = false): Judgement {
  const survey = surveyOf(image)
  const page = laidFlat ? undefined : findPage(survey)
  const tiles = pickTiles(survey, page)
  const bare = tiles.bare.map((from) => cutOut(image, from, BARE, 1))
  const grain = middleGrain(bare.map(grainOf))
  const noise = noiseOf(grain)
  const tried = tiles.written.map((from) => {
    const tile = cutOut(image, from, TILE, 1)
    return { tile, ink: from.ink, ...lettersIn(tile, noise) }
  })
  const contrast = quantile(
    tried.map((look) => look.contrast),
    0.8,
  )
  // Specks of a background or of a picture are no letters: ink is dark.
  const looks = tried.map((look) => ({
    ...look,
    letters: look.letters.filter((letter) => letter.depth > LEAST_DEPTH * contrast),
  }))
  const lettered = looks.filter(({ letters }) => letters.length >= LEAST_LETTERS)
  const read = directionOf(lettered.map(({ letters }) => letters))
  const direction = page === undefined ? read : { ...read, tilt: tiltOf(page) }
  const across = direction.beside < 0.5
  const sizes = lettered.map(({ letters }) => typeSize(letters, across))
  const middle = quantile(sizes, 0.5, 12)
  const softs = looks.flatMap(({ tile, letters }) => {
    const size = letters.length >= LEAST_LETTERS ? typeSize(letters, across) : middle
    const by = Math.max(1, Math.floor(size / 10))
    const small = by === 1 ? tile : cutOut(tile, { x: 0, y: 0 }, TILE, by)
    const itsGrain =
      by === 1 ? grain : middleGrain(bare.map((one) => grainOf(cutOut(one, { x: 0, y: 0 }, BARE, by))))
    const width = strokeWidth(small, itsGrain)
    return width === undefined ? [] : [(width * by) / size]
  })
  const sheet = middleLevel(survey.paper, tiles.page)
  const measures: Measures = {
    paper: sheet,
    contrast,
    noise,
    glare: glarePart(survey, tiles, sheet),
    edgeInk: laidFlat ? 0 : inkAtEdges(survey, tiles, page),
    missing: missingPart(page),
    type: quantile(
      lettered.flatMap(({ letters }) => lineSizes(letters, across)),
      0.1,
      middle,
    ),
    soft: quantile(softs, 0.75, 1),
    letters: lettered.reduce((sum, { letters }) => sum + letters.length, 0),
    resolved: resolvedPart(looks),
    direction,
  }
  return {
    verdict: { judge: JUDGE, faults: faultsOf(measures, page) },
    page,
    block: survey.block,
    turn: turnOf(direction),
    measures,
  }
}

function resolvedPart(
  looks: readonly { readonly ink: number; readonly letters: readonly Letter[] }[],
): number {
  const ink = looks.reduce((sum, look) => sum + look.ink, 0)
  const area = ({ left, right, top, bottom }: Letter) => (right - left) * (bottom - top)
  const lettered = looks.reduce((sum, look) => sum + look.letters.reduce((all, one) => all + area(one), 0), 0)
  return ink === 0 ? 0 : lettered / (ink * TILE * TILE)
}

/** How far the page lies from the photo's own edges, in degrees: its sides tell it better than its letters. */
function tiltOf({ corners: [a, b] }: FoundPage): number {
  const degrees = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return degrees - 90 * Math.round(degrees / 90)
}

function middleLevel(levels: Uint8Array, where: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (let at = 0; at < levels.length; at++)
    if (where[at] === 1) {
      const level = levels[at] ?? 0
      counts[level] = (counts[level] ?? 0) + 1
    }
  return levelAt(counts, 0.5)
}

function middleGrain(grains: readonly Grain[]): Grain {
  const middle = (of: (one: Grain) => readonly number[]) =>
    [0, 1, 2, 3].map((way) =>
      quantile(
        grains.map((one) => of(one)[way] ?? 0),
        0.5,
      ),
    )
  return { bend: middle((one) => one.bend), step: middle((one) => one.step) }
}

/** From 1 at the limit to 100 at `worst`. */
function strength(value: number, limit: number, worst: number): number {
  return Math.max(1, Math.min(100, Math.round(1 + (99 * (value - limit)) / (worst - limit))))
}

function faultsOf(found: Measures, page: FoundPage | undefined): PaperVerdict['faults'] {
  const faults: PaperVerdict['faults'] = []
  const add = (fault: PaperFault, value: number, limit: number, worst: number) => {
    if (worst > limit ? value > limit : value < limit)
      faults.push({ fault, strength: strength(value, limit, worst) })
  }
  const edge = LIMIT.cutText.value * (page === undefined ? 4 : 1)
  if (found.edgeInk > edge) add('cutOff', found.edgeInk, edge, 80)
  else add('cutOff', found.missing, LIMIT.cutSide.value, 0.5)
  const darkest = Math.min(
    found.paper / LIMIT.darkPaper.value,
    found.contrast / LIMIT.faintInk.value,
    found.noise === 0 ? 9 : found.contrast / found.noise / LIMIT.noisyInk.value,
  )
  add('dark', darkest, 1, 0)
  add('glare', found.glare, LIMIT.glareBlocks.value, 0.2)
  const { beside, pairs } = found.direction
  const scattered = pairs > 0 && Math.max(beside, 1 - beside) < LIMIT.inLines.value
  const few = found.letters < LIMIT.fewLetters.value && found.resolved < LIMIT.resolved.value
  if ((scattered || few) && found.soft <= LIMIT.softStroke.value)
    faults.push({ fault: 'blurred', strength: 60 })
  add('blurred', found.soft, LIMIT.softStroke.value, 0.25)
  add('tooSmall', found.letters === 0 ? LIMIT.smallType.value : found.type, LIMIT.smallType.value, 4)
  if (turnOf(found.direction) !== 0) faults.push({ fault: 'turned', strength: 100 })
  else add('tilted', Math.abs(found.direction.tilt), LIMIT.tilt.value, 45)
  return faults
}

const LEAST_PAIRS = 30

function turnOf({ pairs, beside, upright }: Direction): 0 | 1 | 2 | 3 {
  if (pairs < LEAST_PAIRS) return 0
  // Heads at the left: it was turned to the left, so it goes a quarter to the right.
  if (beside < 0.25) return upright >= 0 ? 1 : 3
  return beside > 0.75 && upright < -LIMIT.turnedPairs.value ? 2 : 0
}
