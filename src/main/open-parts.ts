import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import next from 'next'
import { listenForSessionNews } from '#server/auth/session-news.ts'
import { startJobs } from '#server/jobs/start-jobs.ts'
import { allJobs } from '#server/jobs/all-jobs.ts'
import { consignmentsHandler } from '#server/boat/consignments-handler.ts'
import { resumeConsignments } from '#server/boat/import-consignment.ts'
import { closeFiles } from '#server/files/files-shell.ts'
import { papersHandler } from '#server/files/papers-handler.ts'
import { outboxHandler } from '#server/outbox/outbox-handler.ts'
import { uploadsHandler } from '#server/files/uploads-handler.ts'
import { startLive } from '#server/live/live-server.ts'
import { keepPost } from '#server/notice/keep-post.ts'
import { keepClocks } from '#server/sla/keep-clocks.ts'
import { trpcHandler } from '#server/trpc/http.ts'
import { openHttpServer } from './http-server.ts'
import type { OpenShell } from './open-shell.ts'
import { pageAssets } from './page-assets.ts'
import { probes } from './probes.ts'
import { appRouter } from './router.ts'
import { workerFile } from './worker-file.ts'

export type OpenParts = {
  readonly server: Server
  /** From now on `/api/ready` says no. */
  begin(): void
  readonly closers: readonly (() => unknown)[]
}

/** Every part of the server on one HTTP server that does not listen yet. */
export async function openParts(
  { shell, bus }: Pick<OpenShell, 'shell' | 'bus'>,
  auditKey: string,
): Promise<OpenParts> {
  const { config } = shell
  const root = path.resolve(import.meta.dirname, '../..')
  const hasPages = config.dev || existsSync(path.join(root, '.next', 'BUILD_ID'))
  if (!hasPages) throw new Error('The pages are not built: use `npm start`, or `npm run build` first.')
  // Given a server that never listens, Next does not put its own hands on the upgrades of ours. What is meant for it
  // (hot reload, without which no page comes alive) is handed on there: its public upgrade handler does nothing.
  const hands = createServer()
  const pages = next({
    dev: config.dev,
    dir: root,
    hostname: 'localhost',
    port: config.port,
    httpServer: hands,
  })
  await pages.prepare()
  const handlePage = pages.getRequestHandler()
  const assets = config.dev ? () => false : pageAssets(path.join(root, '.next'))
  const worker = config.dev ? () => false : workerFile(path.join(root, '.next'))
  const sessionNews = await listenForSessionNews(shell)
  const state = { stopping: false }

  const server = openHttpServer(shell, {
    probe: probes(shell, () => state.stopping),
    trpc: trpcHandler(shell, appRouter),
    files: uploadsHandler(shell),
    papers: papersHandler(shell),
    outbox: outboxHandler(shell),
    boat: consignmentsHandler(shell),
    pages: (req, res) => (assets(req, res) || worker(req, res) ? Promise.resolve() : handlePage(req, res)),
    pagesUpgrade: config.dev
      ? async (req, socket, head) => void hands.emit('upgrade', req, socket, head)
      : undefined,
  })
  const live = startLive(server, shell, bus)
  resumeConsignments(shell).catch((err: unknown) =>
    shell.log.error({ err }, 'boat files were not gone on with'),
  )
  const jobs = startJobs(shell, allJobs(shell, auditKey))
  const clocks = await keepClocks(shell)
  await keepPost(shell) // ends with the clocks, which stop the jobs of both
  return {
    server,
    begin() {
      state.stopping = true
      live.stop() // open sockets would hold the server's door open
    },
    closers: [
      () => jobs.stop(),
      () => clocks.stop(),
      () => pages.close(),
      () => closeFiles(shell),
      () => sessionNews.stop(),
    ],
  }
}
