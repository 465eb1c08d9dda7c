import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { MOST_TEXT, MOST_UPDATE_BYTES } from '#domain/case/case-note.ts'
import { DocShelf } from './doc-shelf.ts'
import { HANGS_AS_V2, updateOf, typing } from './testing/updates.ts'

const KEY = 'note'
function shelf(): DocShelf {
  const made = new DocShelf()
  made.load(KEY, [])
  return made
}

it('takes what is typed, and the same again without a second change', () => {
  const one = shelf()
  const update = updateOf('Bidan Wiwi')
  expect(one.write(KEY, update)).toEqual({ ok: true, changed: true, update, mended: false })
  expect(one.write(KEY, update)).toEqual({ ok: true, changed: false })
  expect(one.textOf(KEY)).toBe('Bidan Wiwi')
})

it('refuses what builds on something that is not here, and stands as before', () => {
  const [first, second] = typing('Satu', ' dua')
  const one = shelf()
  expect(one.write(KEY, second!)).toEqual({ ok: false, why: 'gap' })
  expect(one.has(KEY)).toBe(false) // what it holds now is not believed: it is brought again
  one.load(KEY, [first!])
  expect(one.write(KEY, second!)).toMatchObject({ ok: true, changed: true })
  expect(one.textOf(KEY)).toBe('Satu dua')
})

it('refuses what is no V1 update, also one of V2 that would hang its own reader', () => {
  const v2 = Y.convertUpdateFormatV1ToV2(updateOf('Halo'))
  for (const bytes of [HANGS_AS_V2, Uint8Array.of(1, 2, 3), new Uint8Array(100).fill(255), v2]) {
    const one = shelf()
    const written = one.write(KEY, bytes)
    expect(written).toMatchObject(written.ok ? { changed: false } : { ok: false })
  }
})

it('refuses what is too large, too long, or no plain text', () => {
  const elsewhere = new Y.Doc()
  elsewhere.getMap('hidden').set('a', 'b')
  const formatted = new Y.Doc()
  formatted.getText('text').insert(0, 'x', { secret: 'y' })
  const embedded = new Y.Doc()
  embedded.getText('text').insertEmbed(0, { src: 'z' })
  for (const [bytes, why] of [
    [new Uint8Array(MOST_UPDATE_BYTES + 1), 'too-large'],
    [updateOf('x'.repeat(MOST_TEXT + 1)), 'too-long'],
    [Y.encodeStateAsUpdate(elsewhere), 'not-an-update'],
    [Y.encodeStateAsUpdate(formatted), 'not-an-update'],
    [Y.encodeStateAsUpdate(embedded), 'not-an-update'],
  ] as const)
    expect(shelf().write(KEY, bytes)).toEqual({ ok: false, why })
})

it('grows to no more than a megabyte, however much was deleted again', () => {
  const one = shelf()
  const doc = new Y.Doc()
  const text = doc.getText('text')
  const page = 'x'.repeat(20_000)
  const results = new Set<string>()
  doc.on('update', (update: Uint8Array) => {
    const written = one.write(KEY, update)
    results.add(written.ok ? 'ok' : written.why)
    if (!written.ok) one.load(KEY, [])
  })
  for (let round = 0; round < 100; round += 1) {
    text.insert(0, page)
    text.delete(0, page.length)
  }
  expect([...results]).toEqual(['ok']) // deleted words leave nothing but a length
})

it('a NIK never stays in the text, nor in what is kept and told', () => {
  const one = shelf()
  const sent = updateOf('NIK ibu 8101015203900008, benar')
  const written = one.write(KEY, sent)
  if (!written.ok || !written.changed) throw new Error('refused')
  expect(one.textOf(KEY)).toBe('NIK ibu 8101••••••••0008, benar')
  expect(written.mended).toBe(true)
  expect(Buffer.from(sent).toString('latin1')).toContain('8101015203900008')
  for (const bytes of [written.update, one.stateOf(KEY)])
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\d{16}/)
  // Who sent it comes to the same text by what it is told.
  const sender = new Y.Doc()
  Y.applyUpdate(sender, sent)
  Y.applyUpdate(sender, written.update)
  expect(sender.getText('text').toJSON()).toBe(one.textOf(KEY))
})

it('two halves of a NIK, typed by two people, are hidden where they meet', () => {
  const one = shelf()
  const [a, b] = [updateOf('81010152'), updateOf('03900008')]
  one.write(KEY, a)
  expect(one.write(KEY, b)).toMatchObject({ ok: true, mended: true })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, one.stateOf(KEY))
  expect(doc.getText('text').toJSON()).toMatch(/^\d{4}•{8}\d{4}$/)
})
