import path from 'node:path'
import * as z from 'zod/mini'

const port = z.coerce.number().check(z.int(), z.gte(1), z.lte(65535))
const text = z.string().check(z.trim(), z.minLength(1))

const Environment = z.object({
  NODE_ENV: z._default(z.string(), 'development'),
  PORT: z._default(port, 3000),
  HOST: z._default(text, '0.0.0.0'),
  DATA_DIR: z._default(text, '.data'),
  DATABASE_URL: z.optional(text),
  DATABASE_APP_URL: z.optional(text),
  APP_URL: z.optional(z.url({ protocol: /^https?$/ })),
  SEED: z.optional(z.enum(['demo', 'empty'])),
  SATU_MODE: z.optional(z.enum(['production', 'demo'])),
  SATU_KEYS: z.optional(text),
  SATU_TRUSTED_PROXIES: z._default(z.string(), ''),
  METRICS_TOKEN: z.optional(text),
  SMTP_URL: z.optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: z.optional(text),
  PUSH_HOSTS: z._default(z.string(), ''),
  LOG_LEVEL: z._default(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), 'info'),
})

/** The office's mail server, and whom its letters are from. */
export type MailSettings = { readonly url: string; readonly from: string }

export type Config = {
  readonly port: number
  /** Address to listen on. */
  readonly host: string
  readonly dataDir: string
  /** PostgreSQL of the house; absent: the embedded one in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** A second log-in without rights to change the log; absent: the first one takes the application's roles. */
  readonly databaseAppUrl: string | undefined
  /** The address people type, without a trailing slash. */
  readonly appUrl: string
  /** Host names answered to; anything else gets 421. Empty: any (the demo on a LAN). */
  readonly allowedHosts: readonly string[]
  readonly https: boolean
  readonly seed: 'demo' | 'empty'
  /** Real citizens' data: no demo accounts, no example secrets, second factor enforced. */
  readonly production: boolean
  /** Hot reload (`npm run dev`). */
  readonly dev: boolean
  readonly keys: string | undefined
  /** Addresses whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  readonly metricsToken: string | undefined
  /** Absent: the office has set up no mail, and nobody is offered it. */
  readonly mail: MailSettings | undefined
  /** Push services beside those of the known browsers, as `host` or `host:port`. */
  readonly pushHosts: readonly string[]
  readonly logLevel: string
}

/** A setting that cannot be worked with. The message is one sentence for whoever starts the server. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Settings from the environment. A plain start is a demo (that is what `npm start` on a clone is);
 * NODE_ENV=production or SATU_MODE=production is for real data and refuses everything that only suits a demo.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(
      `${String(issue?.path[0] ?? 'A setting')} has a value that cannot be used: ${issue?.message ?? 'unknown'}.`,
    )
  }
  const e = parsed.data
  // Whoever sets NODE_ENV=production and says nothing else means it; the launcher says SATU_MODE=demo for a demo.
  const production = (e.SATU_MODE ?? e.NODE_ENV) === 'production'
  const appUrl = (e.APP_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, '')
  if (production) refuseDemoSettings(e.APP_URL, e.SEED)
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir: path.resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    databaseAppUrl: e.DATABASE_APP_URL,
    appUrl,
    allowedHosts: e.APP_URL === undefined ? [] : [new URL(appUrl).host],
    https: appUrl.startsWith('https:'),
    seed: e.SEED ?? (production ? 'empty' : 'demo'),
    production,
    dev: e.NODE_ENV === 'development' && env['SATU_DEV'] === '1',
    keys: e.SATU_KEYS,
    trustedProxies: listOf(e.SATU_TRUSTED_PROXIES),
    metricsToken: e.METRICS_TOKEN,
    mail: mailFrom(e.SMTP_URL, e.MAIL_FROM),
    pushHosts: listOf(e.PUSH_HOSTS),
    logLevel: e.LOG_LEVEL,
  }
}

const listOf = (words: string): readonly string[] =>
  words
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

function mailFrom(url: string | undefined, from: string | undefined): MailSettings | undefined {
  if (url === undefined) return undefined
  if (from === undefined) throw new ConfigError('SMTP_URL needs MAIL_FROM, whom the letters are from.')
  return { url, from }
}

function refuseDemoSettings(appUrl: string | undefined, seed: string | undefined): void {
  if (appUrl === undefined)
    throw new ConfigError('Production needs APP_URL, the https address that people open.')
  const { protocol, hostname } = new URL(appUrl)
  const here = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  if (protocol !== 'https:' && !here)
    throw new ConfigError('Production needs an https APP_URL: NIK and family cards travel over it.')
  if (seed === 'demo')
    throw new ConfigError('Production refuses SEED=demo: demo accounts have a public password.')
}
