import sharp from 'sharp'
import { inspectPaper } from './paper-inspection.ts'

// A process of its own for pictures from outside: no environment, no writing, no children, bounded memory.
// Whoever breaks the decoder breaks this process, and the server starts another.
sharp.cache(false)
sharp.concurrency(1)

const MOST_RESIDENT_BYTES = 700 * 1024 * 1024
setInterval(() => {
  if (process.memoryUsage.rss() > MOST_RESIDENT_BYTES) process.exit(137)
}, 50).unref()

process.on('message', (job: { readonly id: number; readonly bytes: Uint8Array }) => {
  void inspectPaper(Buffer.from(job.bytes)).then(
    (inspection) => process.send?.({ id: job.id, inspection }),
    () => process.send?.({ id: job.id, inspection: { ok: false, why: 'file-damaged' } }),
  )
})
process.on('disconnect', () => process.exit(0))
