import type { NoteRefusal } from '#domain/case/case-note.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { Origin } from '#server/audit/chain.ts'
import type { Bus } from '#server/feed/bus.ts'
import type { Clerk } from './clerk.ts'
import { ClerkBusy, Overran } from './clerk.ts'
import { createLook } from './look-round.ts'
import type { NoteScreen } from './note-audience.ts'
import { NoteAudience } from './note-audience.ts'
import type { BookShell, NoteNews } from './note-book.ts'
import { NoteBook } from './note-book.ts'
import { carryCarets } from './note-carets.ts'
import type { NoteId } from './note-key.ts'
import { keyOf, noteOf } from './note-key.ts'
import { noteWrites, notesRefused } from './note-metrics.ts'
import { createNoteRights } from './note-rights.ts'
import type { NoteWord } from './note-wire.ts'
import { NOTE_WORDS } from './note-wire.ts'
import { createPace } from './pace.ts'

export type Notes = {
  /** A screen said something about a note; what it wants to be answered by comes last, as the socket hands it over. */
  hear(screen: NoteScreen, word: NoteWord, input: readonly unknown[]): Promise<void>
  left(screen: NoteScreen): void
  stop(): Promise<void>
}

const TOPIC = 'note'
const LOOK_MS = 1000
const CLOSE_MS = MINUTE_MS
/** A text that is being written is shown to those who only read it so often. */
const READERS_MS = 400
/** The common texts of cases over the live connection: asks rights with every word, keeps before it tells. */
export function createNotes(shell: BookShell, bus: Bus, clerk?: Clerk): Notes {
  const audience = new NoteAudience()
  const book = new NoteBook(shell, tell, clerk)
  const carets = carryCarets(bus, (note, caret) => tellCaret(note, caret))
  const pace = createPace(() => performance.now())
  const rights = createNoteRights(shell)
  const texts = new Map<string, NodeJS.Timeout>()
  const onFault = (what: string) => (err: unknown) => shell.log.warn({ err }, `notes: ${what}`)

  bus.hear(TOPIC, (key) => {
    const note = noteOf(key)
    if (note && audience.at(note).length > 0) book.look(note).catch(onFault('news could not be read'))
  })
  const look = createLook(shell, { audience, book, leave })
  const looking = setInterval(() => void look().catch(onFault('could not look')), LOOK_MS).unref()
  const closing = setInterval(
    () => void book.closeSilent().catch(onFault('sittings could not be closed')),
    CLOSE_MS,
  ).unref()

  function tell(note: NoteId, { seq, updates }: NoteNews, except?: NoteScreen): void {
    for (const listener of audience.at(note)) {
      if (listener.reads || listener.screen === except) continue
      if (updates === 'all') listener.screen.socket.emit('note-behind', [note.caseId, note.side])
      else
        for (const update of updates)
          audience.tell(listener, 'note-news', [note.caseId, note.side, seq, update])
    }
    tellReadersSoon(note)
  }

  function tellReadersSoon(note: NoteId): void {
    const key = keyOf(note)
    if (texts.has(key) || !audience.at(note).some((listener) => listener.reads)) return
    texts.set(
      key,
      setTimeout(() => {
        texts.delete(key)
        book
          .text(note)
          .then(({ text, head }) => {
            for (const listener of audience.at(note))
              if (listener.reads)
                audience.tell(listener, 'note-text', [note.caseId, note.side, text, head.changedAt])
          })
          .catch(onFault('a text could not be told'))
      }, READERS_MS),
    )
  }

  function tellCaret(note: NoteId, caret: Parameters<typeof carets.say>[1], except?: NoteScreen): void {
    const { id, person, anchor, head } = caret
    for (const listener of audience.at(note))
      if (!listener.reads && listener.screen !== except)
        audience.tell(listener, 'note-caret', [note.caseId, note.side, id, person, anchor, head])
  }

  function leave(note: NoteId, screen: NoteScreen): void {
    depart(note, screen)
    if (audience.at(note).length === 0) book.forgetListeners(note)
  }

  /** It stays if it was there, and is told what comes: only its caret is another. */
  function join(note: NoteId, screen: NoteScreen, reads: boolean): void {
    depart(note, screen)
    audience.join(note, screen, reads)
  }

  function depart(note: NoteId, screen: NoteScreen): void {
    const listener = audience.leave(note, screen)
    if (listener === undefined || listener.reads) return
    const gone = { id: listener.caretId, person: null, anchor: null, head: null }
    tellCaret(note, gone)
    carets.say(note, gone)
  }

  function left(screen: NoteScreen): void {
    for (const note of audience.notesOf(screen)) leave(note, screen)
    pace.forget(screen.socket.id)
  }

  async function write(screen: NoteScreen, note: NoteId, sent: Uint8Array, origin: Origin): Promise<object> {
    const { person } = screen
    const done = noteWrites.startTimer()
    try {
      const answer = await book.write(note, person, sent, origin)
      if (!answer.ok) return answer
      done()
      if (answer.update !== undefined) {
        tell(note, { seq: answer.seq, updates: [answer.update] }, answer.mended ? undefined : screen)
        bus.say(TOPIC, keyOf(note))
      }
      return { ok: true, seq: answer.seq }
    } catch (error) {
      if (!(error instanceof Overran)) throw error
      shell.log.warn({ personId: person.id, bytes: sent.byteLength }, 'notes: an update kept the thread busy')
      notesRefused.inc({ reason: 'overran' })
      screen.malformed()
      return { ok: false, why: rights.overran(person) }
    }
  }

  async function answerTo(
    screen: NoteScreen,
    word: NoteWord,
    parsed: readonly unknown[],
    answer: (what: unknown) => void,
    origin: Origin,
  ): Promise<void> {
    const { person } = screen
    const [caseId, side, ...rest] = parsed as [string, NoteId['side'], ...(Uint8Array | null)[]]
    const note: NoteId = { caseId, side }
    const refuse = (why: NoteRefusal) => {
      notesRefused.inc({ reason: why })
      answer({ ok: false, why })
    }
    if (word === 'note-close') return leave(note, screen)
    if (word === 'note-at') {
      const [anchor = null, head = null] = rest
      const listener = audience.of(note, screen)
      if (listener === undefined || listener.reads) return
      const who = anchor && head ? { id: person.id, name: person.name, role: person.role } : null
      const caret = { id: listener.caretId, person: who, anchor, head }
      tellCaret(note, caret, screen)
      return carets.say(note, caret)
    }
    if (word === 'note-read') {
      const no = await rights.mayRead(person, note)
      if (no !== undefined) return refuse(no)
      return book.read(note, async ({ text, head }) => {
        if (text !== '') await rights.recordReading(person, note, origin)
        join(note, screen, true)
        answer({ ok: true, text, at: head.changedAt })
      })
    }
    const no =
      (word === 'note-open' ? await rights.mayRead(person, note) : undefined) ??
      (await rights.mayWrite(person, note))
    if (no !== undefined) return refuse(no)
    const [bytes] = rest
    if (!bytes) return screen.malformed()
    if (word === 'note-send') {
      const written = await write(screen, note, bytes, origin)
      if ('why' in written) notesRefused.inc({ reason: String(written.why) })
      return answer(written)
    }
    await rights.recordReading(person, note, origin)
    const opened = await book.open(note, bytes, (seq, { update, known }) => {
      join(note, screen, false)
      answer({ ok: true, seq, update, known })
      return true
    })
    if (opened === undefined) screen.malformed()
  }

  return {
    async hear(screen, word, said) {
      const last = said.at(-1)
      const input = typeof last === 'function' ? said.slice(0, -1) : said
      const answer = typeof last === 'function' ? (last as (what: unknown) => void) : () => undefined
      const { origin } = screen.socket.data as { readonly origin: Origin }
      const parsed = NOTE_WORDS[word].safeParse(input)
      if (!parsed.success) {
        notesRefused.inc({ reason: 'malformed' })
        return screen.malformed()
      }
      const slowDown = () => {
        notesRefused.inc({ reason: 'slow-down' })
        answer({ ok: false, why: 'slow-down' satisfies NoteRefusal })
      }
      const turn = pace.turn(screen.socket.id, word)
      if (turn === 'refused') {
        notesRefused.inc({ reason: 'too-fast' })
        return screen.malformed()
      }
      if (turn === 'skipped') return slowDown()
      try {
        await answerTo(screen, word, parsed.data, answer, origin)
      } catch (err) {
        if (!(err instanceof ClerkBusy)) throw err
        shell.log.warn({ err }, 'notes: the thread was ended over something that nobody sent')
        slowDown()
      }
      if (!screen.socket.connected) left(screen) // it left while it was being let in
    },
    left,
    async stop() {
      clearInterval(looking)
      clearInterval(closing)
      for (const timer of texts.values()) clearTimeout(timer)
      await book.close()
    },
  }
}
