import { useEffect, useState } from 'react'
import type { DraftEntry } from '#client/device/device-entry.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { typedOver } from '#client/device/keep-typed.ts'
import { currentConnection, onConnection } from '#client/live/live.ts'
import { leavesTheSide } from '#client/outbox/lanes.ts'
import { useDevice } from '#client/phone/open-device.ts'
import { api } from '#client/trpc.ts'

/** One case that waits for this person's hands. `here`: only this device knows it so far. */
export type OwnDraft = Awaited<ReturnType<typeof api.intake.drafts.query>>[number] & {
  readonly here?: true
  /** Handed in on this device, and waiting to be sent. */
  readonly leaving?: boolean
}
export type OwnDrafts = {
  readonly lines: readonly OwnDraft[]
  /** When the Dinas last said so; undefined when it never did on this device. */
  readonly keptAt: number | undefined
}

const KEPT = 'daftar'
const ASK_AFTER_MS = 1_000
/** So many forms are kept to be opened without a network, the returned ones first. */
const MOST_FORMS = 40

/**
 * Drafts and returned cases, from the device at once and from the Dinas whenever it answers. Their forms are fetched
 * along, so that what came back can be read and repaired where there is no signal.
 */
export function useOwnDrafts(): OwnDrafts | undefined {
  const device = useDevice()
  const [drafts, setDrafts] = useState<OwnDrafts>()
  useEffect(() => {
    if (device === undefined) return
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = async () => {
      const found = await readDrafts(device)
      if (!gone) setDrafts(found)
    }
    const ask = async () => {
      timer = undefined
      const lines = await api.intake.drafts.query().catch(() => undefined)
      if (lines === undefined || gone) return
      await device.keepSnapshot(KEPT, lines)
      await keepForms(device, lines)
    }
    const soon = () => {
      timer ??= setTimeout(() => void ask(), ASK_AFTER_MS)
    }
    void read().then(ask)
    const offs = [device.onChange(() => void read()), listen(soon)]
    window.addEventListener('online', soon)
    return () => {
      gone = true
      clearTimeout(timer)
      window.removeEventListener('online', soon)
      for (const off of offs) off()
    }
  }, [device])
  return drafts
}

/** News of any case may be of one in this list. */
function listen(soon: () => void): () => void {
  let off = currentConnection()?.onNews(soon)
  const offConnection = onConnection(() => {
    off?.()
    off = currentConnection()?.onNews(soon)
  })
  return () => {
    off?.()
    offConnection()
  }
}

async function readDrafts(device: DeviceStore): Promise<OwnDrafts> {
  const [kept, entries, items] = await Promise.all([
    device.snapshot(KEPT),
    device.all('draft'),
    device.all('item'),
  ])
  const leaving = new Set(items.filter(leavesTheSide).map((item) => item.caseId))
  const lines = (kept?.value as readonly OwnDraft[] | undefined) ?? []
  const known = new Set(lines.map((line) => line.caseId))
  const here = entries.filter((entry) => entry.view.version === 0 && !known.has(entry.id)).map(lineOf)
  const all = [...lines, ...here.toSorted((a, b) => b.changedAt - a.changedAt)]
  return {
    lines: all.map((line) => (leaving.has(line.caseId) ? { ...line, leaving: true } : line)),
    keptAt: kept?.keptAt,
  }
}

function lineOf({ view, beganAt }: DraftEntry): OwnDraft {
  const { caseId, service, kind, stage, number, negeri, answers } = view
  const name = answers['applicantName'] ?? answers['childName'] ?? answers['headName']
  const applicant = typeof name === 'string' ? name : ''
  return {
    caseId,
    service,
    kind,
    stage,
    number,
    negeri,
    applicant,
    changedAt: beganAt,
    changedBy: '',
    here: true,
  }
}

async function keepForms(device: DeviceStore, lines: readonly OwnDraft[]): Promise<void> {
  const { entryOf } = await import('./use-draft.ts')
  for (const line of lines.slice(0, MOST_FORMS)) {
    const known = await device.get('draft', line.caseId)
    if (known?.toldAt != null && known.toldAt >= line.changedAt) continue
    const answer = await api.intake.open.query({ caseId: line.caseId, again: true }).catch(() => undefined)
    if (answer === undefined) return
    if (!answer.ok) continue
    const { draft, place } = answer
    await device.alone(async () => {
      // Meanwhile it may have been opened, and written in: those words stay over what the Dinas has.
      const now = await device.get('draft', line.caseId)
      if (now !== undefined && now.view.version > draft.version) return
      const told = entryOf(draft, place)
      const keep = now === undefined ? told : { ...typedOver(told, now), beganAt: now.beganAt }
      await device.write([{ keep }])
    })
  }
}
