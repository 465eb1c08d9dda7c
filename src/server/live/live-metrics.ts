import { Counter, Gauge } from 'prom-client'
import { registry } from '#server/metrics.ts'

const registers = [registry]

export const sockets = new Gauge({
  name: 'satu_live_sockets',
  help: 'Screens connected to this instance',
  registers,
})
export const framesSent = new Counter({
  name: 'satu_live_frames_total',
  help: 'Frames of rows, one per audience',
  registers,
})
export const rowsSent = new Counter({ name: 'satu_live_rows_total', help: 'Rows in those frames', registers })
export const refused = new Counter({
  name: 'satu_live_refused_total',
  help: 'Connections and messages that were refused, by reason',
  labelNames: ['reason'],
  registers,
})
export const behind = new Counter({
  name: 'satu_live_behind_total',
  help: 'Screens that read too slowly, by what was done',
  labelNames: ['step'],
  registers,
})
