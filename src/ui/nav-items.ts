import {
  Baby,
  CalendarDays,
  CalendarClock,
  ChartNoAxesColumn,
  FileDown,
  FilePlus2,
  House,
  HandHelping,
  Inbox,
  MonitorSmartphone,
  PlugZap,
  Presentation,
  ScrollText,
  Ship,
  SlidersHorizontal,
  Upload,
  Users,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Role } from '#domain/access/role.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { SERVICE_PLACE } from './service-place.ts'

export type NavItem = {
  readonly href: string
  /** Key in the `common` texts. */
  readonly label: string
  readonly icon: LucideIcon
  /** Under which name live counts are found. */
  readonly counts?: ServiceId | 'mine'
}
export type NavSection = { readonly title?: string; readonly items: readonly NavItem[] }

const OUTAGES: NavItem = { href: '/gangguan', label: 'nav.outages', icon: PlugZap }
const BOARD: NavItem = { href: '/papan', label: 'nav.board', icon: Presentation }
const CALENDAR: NavItem = { href: '/admin/waktu', label: 'nav.calendar', icon: CalendarDays }

const ICON = { KK: House, AKTA_KELAHIRAN: Baby, SKPWNI: Ship } as const

const queueItem = (service: ServiceId): NavItem => ({
  href: `/antrean/${SERVICE_PLACE[service]}`,
  label: `nav.${service}`,
  icon: ICON[service],
  counts: service,
})

const VISITS: NavItem = { href: '/jemput-bola', label: 'nav.visits', icon: HandHelping }
const PROMISE: NavItem = { href: '/janji', label: 'nav.promise', icon: CalendarClock }
const BOAT: NavItem = { href: '/impor', label: 'nav.boat', icon: FileDown }

/** One workspace per person: what this role comes to do, and nothing else. */
export function navFor(role: Role, services: readonly ServiceId[]): readonly NavSection[] {
  const all: readonly ServiceId[] = ['KK', 'AKTA_KELAHIRAN', 'SKPWNI']
  const queues = all.filter((service) => services.length === 0 || services.includes(service)).map(queueItem)
  const mine: NavItem = { href: '/antrean/saya', label: 'nav.mine', icon: Inbox, counts: 'mine' }
  switch (role) {
    case 'CITIZEN':
    case 'NEGERI_OFFICER':
      return [
        {
          items: [
            { href: '/ajukan', label: 'nav.new', icon: FilePlus2 },
            { href: '/kotak-keluar', label: 'nav.outbox', icon: Upload },
            mine,
            ...(role === 'CITIZEN' ? [] : [VISITS]),
          ],
        },
        { title: 'nav.queues', items: queues },
      ]
    case 'OPERATOR':
    case 'VERIFIER':
      return [{ items: [mine, VISITS, BOAT] }, { title: 'nav.queues', items: queues }]
    case 'SUPERVISOR':
    case 'HEAD':
      return [
        { items: [mine, BOARD, OUTAGES, CALENDAR, VISITS, BOAT, PROMISE] },
        { title: 'nav.queues', items: queues },
      ]
    case 'LEADERSHIP':
      return [{ items: [{ href: '/ringkasan', label: 'nav.summary', icon: ChartNoAxesColumn }, PROMISE] }]
    case 'ADMIN':
      return [
        {
          title: 'nav.admin',
          items: [
            { href: '/admin/pengguna', label: 'nav.users', icon: Users },
            CALENDAR,
            OUTAGES,
            { href: '/admin/pengaturan', label: 'nav.settings', icon: SlidersHorizontal },
            { href: '/admin/sesi', label: 'nav.sessions', icon: MonitorSmartphone },
            { href: '/admin/audit', label: 'nav.audit', icon: ScrollText },
          ],
        },
      ]
  }
}
