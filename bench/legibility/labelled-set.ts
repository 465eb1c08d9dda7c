import type { Page } from './sheet.ts'
import type { Photo } from './photograph.ts'
import { photograph } from './photograph.ts'
import { DOCUMENT_KINDS, drawDocument } from './documents.ts'
import type { Label } from './label.ts'
import { labelOf } from './label.ts'
import { randomFrom } from './random.ts'
import type { Deed, Scene } from './scene.ts'
import { sceneOf } from './scene.ts'

export type Labelled = {
  readonly name: string
  readonly scene: Scene
  readonly label: Label
  readonly photo: Photo
}

/** Of each deed, how many strengths of each paper. */
const TIMES: Record<Deed, number> = {
  good: 12,
  blurred: 4,
  shaken: 2,
  dark: 3,
  glare: 3,
  cutOff: 3,
  tooSmall: 2,
  turned: 3,
  tilted: 2,
}

/** The set of one seed, photo by photo: the same on every machine. `share` takes only every n-th. */
export async function* labelledSet(seed: number, share = 1): AsyncGenerator<Labelled> {
  const scenes = (await scenesOf(seed)).filter((_, index) => index % share === 0)
  // The next photo is being taken while the one before is looked at.
  let coming = scenes[0] && photograph(scenes[0])
  for (const [index, scene] of scenes.entries()) {
    const photo = await coming
    const next = scenes[index + 1]
    coming = next && photograph(next)
    if (photo)
      yield { name: `${index} ${scene.page.kind} ${scene.deed}`, scene, label: labelOf(scene), photo }
  }
}

/** Every photo of one seed, before it is taken. */
export async function scenesOf(seed: number): Promise<readonly Scene[]> {
  const random = randomFrom(seed)
  return plan(await Promise.all(DOCUMENT_KINDS.map((kind) => drawDocument(kind, random))), random)
}

function plan(pages: readonly Page[], random: ReturnType<typeof randomFrom>): readonly Scene[] {
  return pages.flatMap((page) =>
    Object.entries(TIMES).flatMap(([deed, times]) =>
      Array.from({ length: times }, (_, at) =>
        sceneOf(page, deed as Deed, (at + random.next()) / times, random),
      ),
    ),
  )
}
