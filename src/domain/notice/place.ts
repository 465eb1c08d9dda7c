import type { CaseEvent } from '#domain/case/case-event.ts'

/** Where in a case something is: `pin/<id>`, `paper/<file>`, `remark/<id>`, `note`. */
export type NoticePlace = string

/** Where an event can be looked at; undefined: the case as a whole. */
export function placeOfEvent(event: CaseEvent): NoticePlace | undefined {
  const named = event as { readonly pinId?: unknown; readonly noteId?: unknown; readonly fileId?: unknown }
  if (typeof named.pinId === 'string') return `pin/${named.pinId}`
  if (typeof named.noteId === 'string') return `remark/${named.noteId}`
  if (typeof named.fileId === 'string') return `paper/${named.fileId}`
  return undefined
}

/** The address that opens the case at this place. */
export function addressOf(caseId: string, place: NoticePlace | null): string {
  const [kind, id] = (place ?? '').split('/')
  const at =
    kind === 'pin'
      ? `?pin=${id}`
      : kind === 'paper'
        ? `?berkas=${id}`
        : kind === 'remark'
          ? `#catatan-${id}`
          : kind === 'note'
            ? '#catatan-bersama'
            : ''
  return `/permohonan/${caseId}${at}`
}
