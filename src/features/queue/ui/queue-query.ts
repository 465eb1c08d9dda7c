import type { Stage } from '#domain/case/stage.ts'
import { STAGES } from '#domain/case/stage.ts'

export const VIEWS = [
  'perlu-tindakan',
  'siap-diambil',
  'hampir-lewat',
  'saya-pegang',
  'semua',
  'selesai',
] as const
export type ViewId = (typeof VIEWS)[number]

export const SORTS = ['sisa', 'umur', 'nomor', 'pemohon', 'jenis', 'negeri', 'tahap', 'pemegang'] as const
export type SortId = (typeof SORTS)[number]

export const MARKS = [
  'lewat',
  'janji',
  'terlambat',
  'rentan',
  'mendesak',
  'kepentingan',
  'perbaikan',
  'tolak',
  'koreksi',
  'eskalasi',
] as const
export type MarkId = (typeof MARKS)[number]

/** What a list is asked. It stands in the address, so that a link shows a colleague the same list. */
export type QueueQuery = {
  readonly view: ViewId
  readonly sort: SortId
  readonly descending: boolean
  readonly search: string
  readonly stages: readonly Stage[]
  readonly kecamatan: readonly string[]
  readonly negeri: readonly string[]
  readonly kinds: readonly string[]
  /** `saya`, `kosong`, or the id of a person. */
  readonly holders: readonly string[]
  readonly marks: readonly MarkId[]
  /** Days of jemput bola, by their ids. */
  readonly visits: readonly string[]
  /** Number or id of the case in the side panel. */
  readonly open: string | null
}

export type FilterName = 'stages' | 'kecamatan' | 'negeri' | 'kinds' | 'holders' | 'marks' | 'visits'
export const FILTERS: readonly FilterName[] = [
  'stages',
  'kecamatan',
  'negeri',
  'kinds',
  'holders',
  'marks',
  'visits',
]

const PARAM: { readonly [name in FilterName]: string } = {
  stages: 'tahap',
  kecamatan: 'kecamatan',
  negeri: 'negeri',
  kinds: 'jenis',
  holders: 'pemegang',
  marks: 'tanda',
  visits: 'jemput',
}

const oneOf = <T extends string>(all: readonly T[], value: string | null, otherwise: T): T =>
  all.find((one) => one === value) ?? otherwise

/** Reads an address. What it does not know it leaves out: an old link still opens a list. */
export function queryFrom(params: URLSearchParams, homeView: ViewId): QueueQuery {
  const list = (name: FilterName) => (params.get(PARAM[name]) ?? '').split(',').filter(Boolean)
  const sort = params.get('urut') ?? 'sisa'
  return {
    view: oneOf(VIEWS, params.get('tampilan'), homeView),
    sort: oneOf(SORTS, sort.replace(/^-/, ''), 'sisa'),
    descending: sort.startsWith('-'),
    search: (params.get('cari') ?? '').slice(0, 100),
    stages: list('stages').filter((stage): stage is Stage => (STAGES as readonly string[]).includes(stage)),
    kecamatan: list('kecamatan'),
    negeri: list('negeri'),
    kinds: list('kinds'),
    holders: list('holders'),
    marks: list('marks').filter((mark): mark is MarkId => (MARKS as readonly string[]).includes(mark)),
    visits: list('visits'),
    open: params.get('buka'),
  }
}

/** The address of a list, with a leading `?`; empty for the home view without any choice. Without a home view every view is named. */
export function addressOf(query: QueueQuery, homeView: ViewId | undefined): string {
  const parts: string[] = []
  if (query.view !== homeView) parts.push(`tampilan=${query.view}`)
  if (query.sort !== 'sisa' || query.descending)
    parts.push(`urut=${query.descending ? '-' : ''}${query.sort}`)
  if (query.search) parts.push(`cari=${encodeURIComponent(query.search)}`)
  for (const name of FILTERS) {
    if (query[name].length > 0) parts.push(`${PARAM[name]}=${query[name].map(encodeURIComponent).join(',')}`)
  }
  if (query.open) parts.push(`buka=${encodeURIComponent(query.open)}`)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** Is the list narrowed beside its view? */
export function isFiltered(query: QueueQuery): boolean {
  return query.search !== '' || FILTERS.some((name) => query[name].length > 0)
}
