import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { NoteLink } from './note-line.ts'
import { noteLine } from './note-line.ts'
import { NoteSession } from './note-session.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('asked to slow down while it opens, it asks again later, and what was typed meanwhile is sent', async () => {
  const asked: string[] = []
  const link: NoteLink = {
    connected: true,
    hear: () => () => undefined,
    onLine: () => () => undefined,
    say: () => undefined,
    ask(event) {
      asked.push(event)
      const empty = new Y.Doc()
      return Promise.resolve(
        asked.length <= 2
          ? { ok: false, why: 'slow-down' }
          : event === 'note-send'
            ? { ok: true, seq: 1 }
            : { ok: true, update: Y.encodeStateAsUpdate(empty), known: Y.encodeStateVector(empty) },
      )
    },
  }
  const session = new NoteSession(noteLine(link, 'case', 'staff'), undefined)
  session.text.insert(0, 'Bidan')
  await vi.advanceTimersByTimeAsync(1_000)
  expect([session.state.opened, session.state.refused, session.state.place]).toEqual([
    false,
    undefined,
    'sending',
  ])
  await vi.advanceTimersByTimeAsync(5_000)
  expect([session.state.opened, session.state.place]).toEqual([true, 'dinas'])
  expect(asked).toEqual(['note-open', 'note-open', 'note-open', 'note-send'])
})
