import type { Figure, Options } from './report.ts'
import { openRig } from './rig.ts'
import { bulk, claims, edits } from './together/crowds.ts'
import { nearness } from './together/nearness.ts'
import { Town } from './together/town.ts'

/** `npm run bench together`: people on one case, through two server processes on one database. */
export async function measure({ quick, rounds, more }: Options): Promise<readonly Figure[]> {
  const rig = await openRig(16)
  const town = await Town.open(rig)
  const parts: { readonly [part: string]: () => Promise<readonly Figure[]> } = {
    near: () => nearness(town, quick),
    claims: () => claims(town, rounds, quick ? 40 : 200),
    edits: () => edits(town, quick ? 10 : 50, quick ? 4 : 20),
    bulk: () => bulk(town, quick ? 60 : 500),
  }
  try {
    const figures: Figure[] = []
    for (const [part, run] of Object.entries(parts))
      if (more['part'] === undefined || more['part'] === part) figures.push(...(await run()))
    return figures
  } finally {
    await town.close()
    await rig.close()
  }
}
