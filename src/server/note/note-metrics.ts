import { Counter, Histogram } from 'prom-client'
import { registry } from '#server/metrics.ts'

const registers = [registry]

export const noteWrites = new Histogram({
  name: 'satu_note_write_seconds',
  help: 'Time from an update of a note to its place on the disk',
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  registers,
})
export const notesRefused = new Counter({
  name: 'satu_note_refused_total',
  help: 'Words about notes that were refused, by reason',
  labelNames: ['reason'],
  registers,
})
