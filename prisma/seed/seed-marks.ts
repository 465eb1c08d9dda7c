import type { PrismaClient } from '#server/db/prisma.ts'

export type Step = 'regions' | 'calendar' | 'people' | 'cases'

/** What each kind of filling consists of, in order. */
export const STEPS: Readonly<Record<'demo' | 'empty', readonly Step[]>> = {
  empty: ['regions', 'calendar'],
  demo: ['regions', 'calendar', 'people', 'cases'],
}

/** The steps that were finished in this database. */
export async function isDone(prisma: PrismaClient): Promise<ReadonlySet<string>> {
  const marks = await prisma.seedMark.findMany({
    where: { key: { startsWith: 'done:' } },
    select: { key: true },
  })
  return new Set(marks.map((mark) => mark.key.slice('done:'.length)))
}

export async function markDone(prisma: PrismaClient, step: Step, at: Date): Promise<void> {
  await prisma.seedMark.createMany({ data: [{ key: `done:${step}`, value: {}, at }], skipDuplicates: true })
}
