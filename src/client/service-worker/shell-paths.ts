/** The page that needs nothing but the device: asked for once without cookies, then kept. */
export const SHELL_PATH = '/luring'
/** Only our own server gives this header; whatever else answers in its name is not kept. */
export const SHELL_MARK = 'x-satu-halaman'

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const PHONE = new RegExp(
  `^/(?:|ajukan(?:/${UUID})?|kotak-keluar|luring|jemput-bola(?:/${UUID})?|permohonan/${UUID}/tanda-terima)/?$`,
  'i',
)

/** Screens that a petugas negeri opens from the device first: own work, forms, outbox, receipts. */
export function isPhonePath(path: string): boolean {
  return PHONE.test(path)
}

/** What is no page at all: without a link it fails as it is, and no page stands in for it. */
export function isNoPage(path: string): boolean {
  return /^\/(?:api|papers|files|kapal|_next|socket\.io|bahasa|sw\.js|manifest\.webmanifest|ikon)(?:\/|$)/.test(
    path,
  )
}

type Answered = Pick<Response, 'status' | 'type' | 'redirected' | 'headers'>

/**
 * May this answer be kept for the next start? A portal's page with status 200, a fault and a way to the sign-in page
 * may not. Files carry the hash of their content in the request, and the browser itself refuses another.
 */
export function mayKeep(path: string, answer: Answered): boolean {
  if (answer.status !== 200 || answer.redirected || answer.type !== 'basic') return false
  return path !== SHELL_PATH || answer.headers.get(SHELL_MARK) !== null
}

/**
 * May the files of the version before go? Only when every open tab was opened after this version had begun.
 * `tabs`: names of held locks, each with the time at which its tab was opened.
 */
export function mayTidy(begunAt: number, tabs: readonly (string | undefined)[]): boolean {
  return tabs.every((name) => {
    const openedAt = tabOpenedAt(name)
    return openedAt === undefined || openedAt >= begunAt
  })
}

const TAB = 'satu-tab/'
/** A tab holds this lock for as long as it lives: a killed one holds nothing. */
export const tabLock = (openedAt: number): string => `${TAB}${Math.round(openedAt)}`

function tabOpenedAt(name: string | undefined): number | undefined {
  return name?.startsWith(TAB) ? Number(name.slice(TAB.length)) : undefined
}
