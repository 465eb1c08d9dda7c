import type { DBSchema, IDBPDatabase } from 'idb'
import { openDB } from 'idb'
import type { Answers } from '#domain/service/answers.ts'

type Edits = { readonly [field: string]: Answers[string] | null }

/**
 * What a person typed and the Dinas does not have yet: field by field, `null` clears one. `base` is each field as it
 * was when they began to type, so that a colleague's change meanwhile is seen as a conflict and not overwritten.
 */
export type Unsent = { readonly changed: Edits; readonly base: Edits }

/** A photo that is on its way. `url`: the upload that already holds some of it. */
export type WaitingPaper = {
  readonly id: string
  readonly caseId: string
  readonly ruleId: string
  readonly replaces?: string
  readonly mime: string
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly url?: string
  /** Set once the Dinas has the bytes: only the command is left to do. */
  readonly fileId?: string
}

type Sealed =
  | { readonly iv: Uint8Array<ArrayBuffer>; readonly body: ArrayBuffer }
  | { readonly plain: unknown }
interface Schema extends DBSchema {
  keys: { key: string; value: CryptoKey }
  edits: {
    key: string
    value: { readonly personId: string; readonly caseId: string; readonly sealed: Sealed }
  }
  papers: {
    key: string
    value: { readonly personId: string; readonly caseId: string; readonly sealed: Sealed }
    indexes: { byCase: string }
  }
}

export type DeviceStore = {
  readonly keepEdits: (caseId: string, unsent: Unsent) => Promise<void>
  readonly editsOf: (caseId: string) => Promise<Unsent>
  readonly keepPaper: (paper: WaitingPaper) => Promise<void>
  readonly dropPaper: (id: string) => Promise<void>
  readonly papersOf: (caseId: string) => Promise<readonly WaitingPaper[]>
}

const NAME = 'satu-antrean-isian'

/**
 * What waits on this device, by person and case, sealed with a key that scripts cannot read out. Strict durability:
 * "Tersimpan di HP" is shown only after the disk has it. The coming outbox grows from here.
 */
export function deviceStore(personId: string): DeviceStore {
  const opened = openDB<Schema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('keys')
      db.createObjectStore('edits')
      db.createObjectStore('papers').createIndex('byCase', 'caseId')
    },
  })
  let key: Promise<CryptoKey | undefined> | undefined
  const keyOf = (db: IDBPDatabase<Schema>) => (key ??= ownKey(db, personId))

  async function seal(content: unknown): Promise<Sealed> {
    const secret = await keyOf(await opened)
    if (secret === undefined) return { plain: content } // plain http in a demo: nothing there is sealed anyway
    const iv = crypto.getRandomValues(new Uint8Array(12))
    return { iv, body: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, secret, packed(content)) }
  }

  async function unseal(sealed: Sealed): Promise<unknown> {
    if ('plain' in sealed) return sealed.plain
    const secret = await keyOf(await opened)
    if (secret === undefined) return undefined
    return unpacked(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, secret, sealed.body))
  }

  async function write<Name extends 'edits' | 'papers'>(
    name: Name,
    id: string,
    value: Schema[Name]['value'] | undefined,
  ): Promise<void> {
    const change = (await opened).transaction(name, 'readwrite', { durability: 'strict' })
    await Promise.all([
      value === undefined ? change.store.delete(id) : change.store.put(value as never, id),
      change.done,
    ])
  }

  return {
    keepEdits: async (caseId, unsent) => {
      const empty = Object.keys(unsent.changed).length === 0
      await write(
        'edits',
        `${personId}/${caseId}`,
        empty ? undefined : { personId, caseId, sealed: await seal(unsent) },
      )
    },
    editsOf: async (caseId) => {
      const found = await (await opened).get('edits', `${personId}/${caseId}`)
      return ((found && (await unseal(found.sealed))) ?? { changed: {}, base: {} }) as Unsent
    },
    keepPaper: async (paper) =>
      write('papers', paper.id, { personId, caseId: paper.caseId, sealed: await seal(paper) }),
    dropPaper: (id) => write('papers', id, undefined),
    papersOf: async (caseId) => {
      const found = await (await opened).getAllFromIndex('papers', 'byCase', caseId)
      const mine = found.filter((one) => one.personId === personId)
      return (await Promise.all(mine.map((one) => unseal(one.sealed)))).filter(
        (one) => one !== undefined,
      ) as WaitingPaper[]
    },
  }
}

async function ownKey(db: IDBPDatabase<Schema>, personId: string): Promise<CryptoKey | undefined> {
  if (globalThis.crypto.subtle === undefined) return undefined
  const known = await db.get('keys', personId)
  if (known !== undefined) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  await db.put('keys', made, personId)
  return made
}

// A photo is bytes beside a little text: a length, the text, then the bytes as they are.
function packed(content: unknown): Uint8Array<ArrayBuffer> {
  const { bytes = new Uint8Array(), ...rest } = content as { bytes?: Uint8Array }
  const text = new TextEncoder().encode(JSON.stringify(rest))
  const all = new Uint8Array(4 + text.length + bytes.length)
  new DataView(all.buffer).setUint32(0, text.length)
  all.set(text, 4)
  all.set(bytes, 4 + text.length)
  return all
}

function unpacked(buffer: ArrayBuffer): unknown {
  const length = new DataView(buffer).getUint32(0)
  const rest = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as object
  const bytes = new Uint8Array(buffer, 4 + length)
  return bytes.length > 0 ? { ...rest, bytes } : rest
}
