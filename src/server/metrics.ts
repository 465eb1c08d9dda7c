import type pg from 'pg'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** Figures for Prometheus: no label ever holds a person, a case or a region below the kabupaten. */
export const registry = new Registry()

export const httpRequests = new Histogram({
  name: 'satu_http_request_seconds',
  help: 'Time to answer a request, by part of the server and status class',
  labelNames: ['part', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})

export const faults = new Counter({
  name: 'satu_faults_total',
  help: 'Faults logged with an id',
  labelNames: ['part'],
  registers: [registry],
})

export const jobRuns = new Counter({
  name: 'satu_job_runs_total',
  help: 'Runs of the background jobs, by outcome',
  labelNames: ['job', 'outcome'],
  registers: [registry],
})

export const manyReads = new Counter({
  name: 'satu_many_reads_total',
  help: 'People who read unusually many cases within a day: see alarm.manyReads in the audit trail',
  registers: [registry],
})

/** Starts the figures of the process and of the pool. Once per process. */
export function startMetrics(pool: pg.Pool): void {
  collectDefaultMetrics({ register: registry, prefix: 'satu_' })
  const connections = new Gauge({
    name: 'satu_database_connections',
    help: 'Connections of the pool',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      connections.set({ state: 'idle' }, pool.idleCount)
      connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      connections.set({ state: 'awaited' }, pool.waitingCount)
    },
  })
}
