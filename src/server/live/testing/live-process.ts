import { openPool } from '#server/db/pool.ts'
import { openPrisma } from '#server/db/prisma.ts'
import { liveInstance } from './live-house.ts'

/** One instance in a process of its own, as it stands behind a proxy: `fork` it with the address of the database. */
const url = process.argv[2] ?? ''
const pool = openPool(url, { max: 4 })
const { port } = await liveInstance({
  url,
  ownerUrl: url,
  pool,
  prisma: openPrisma(pool),
  drop: () => Promise.resolve(),
})
process.send?.(port)
process.on('disconnect', () => process.exit(0))
