import webPush from 'web-push'
import { addressOf } from '#domain/notice/place.ts'
import { TOPICS } from '#domain/notice/topic.ts'
import type { DeliverShell, Message } from './message.ts'
import { RefusedForGood } from './message.ts'
import { coalesced } from './mail-words.ts'
import { Browser, browserContext, isPushService } from './push-endpoint.ts'
import { pushKey } from './push-key.ts'

const TIMEOUT_MS = 15_000
const KEPT_S = 24 * 3600

/** What the worker of the browser shows: kind, number of the case, way to it. The services in between read none of it. */
export type PushWords = {
  readonly v: 1
  readonly tag: string
  readonly locale: 'id' | 'en'
  readonly topic: (typeof TOPICS)[number]
  readonly n: number
  readonly number: string | null
  readonly path: string
}

/** Wakes one browser. One that is gone, or never was a browser, is forgotten. */
export async function sendPush(shell: DeliverShell, message: Message, browserId: string): Promise<void> {
  const { pool, sealer, config } = shell
  const { rows } = await pool.query<{ sealed: Buffer }>(
    'select sealed from push_subscription where id = $1',
    [browserId],
  )
  if (!rows[0]) throw new RefusedForGood('no such browser')
  const browser = Browser.parse(JSON.parse(sealer.open(rows[0].sealed, browserContext(browserId))))
  if (!isPushService(browser.endpoint, config)) throw new RefusedForGood('not a push service')
  const { method, headers, body, endpoint } = webPush.generateRequestDetails(
    browser,
    JSON.stringify(wordsOf(message)),
    {
      vapidDetails: { subject: subjectOf(config), ...(await pushKey(shell)) },
      TTL: KEPT_S,
      urgency: 'normal',
      topic: message.batch.replaceAll('-', '').slice(0, 32), // a second one replaces the first while it waits
    },
  )
  const answer = await fetch(endpoint, {
    method,
    headers: headers as Record<string, string>,
    body: new Uint8Array(body ?? []),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  await answer.body?.cancel()
  if (answer.ok) return
  if (answer.status === 404 || answer.status === 410) {
    await pool.query('delete from push_subscription where id = $1', [browserId])
    throw new RefusedForGood('the browser is gone')
  }
  if (answer.status === 429 || answer.status >= 500 || answer.status === 408)
    throw new Error(`push service: ${answer.status}`)
  throw new RefusedForGood(`push service: ${answer.status}`)
}

function wordsOf({ lines, batch, locale }: Message): PushWords {
  const shown = coalesced(lines)
  const [first] = shown.toSorted((a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic))
  const one = shown.length === 1 ? first : undefined
  return {
    v: 1,
    tag: batch,
    locale,
    topic: first?.topic ?? 'course',
    n: shown.length,
    number: one?.number ?? null,
    path: one?.caseId ? addressOf(one.caseId, one.place) : '/kabar',
  }
}

/** Whom a service may turn to. */
function subjectOf({ mail, appUrl }: DeliverShell['config']): string {
  if (mail) return `mailto:${/<([^>]+)>/.exec(mail.from)?.[1] ?? mail.from}`
  return appUrl.startsWith('https:') ? appUrl : 'mailto:satu-antrean@localhost.invalid'
}
