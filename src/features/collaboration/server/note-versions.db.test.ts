import { afterAll, beforeAll, expect, it } from 'vitest'
import { SITTING_ENDS_MS } from '#domain/case/case-note.ts'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { NoteBook } from '#server/note/note-book.ts'
import { updateOf } from '#server/note/testing/updates.ts'
import { noteVersion, sittingsOf } from './note-versions.ts'

let house: House
beforeAll(async () => {
  house = await new House(await testDatabase()).open()
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

it('an earlier text is read by the staff of the case only, masked and on record', async () => {
  const note = { caseId: await house.submitted(WHO.citizen), side: 'applicant' } as const
  const book = new NoteBook(house.shell, () => undefined)
  await book.write(note, WHO.ona, updateOf('Bawa KK asli'), ORIGIN)
  house.now += SITTING_ENDS_MS + MINUTE_MS
  await book.closeSilent()
  await book.close()
  expect(await sittingsOf(house.shell, WHO.hanafi, note)).toMatchObject({
    ok: true,
    sittings: [{ number: 1, closed: true, writers: [{ id: 'ona', name: WHO.ona.name }] }],
  })
  const version = { ...note, number: 1 }
  expect(await noteVersion(house.shell, WHO.hanafi, version, ORIGIN)).toEqual({
    ok: true,
    text: 'Bawa KK asli',
  })
  const missing = { ok: false, refusal: { why: 'not-found' } }
  for (const stranger of [WHO.elsewhere, WHO.neighbour, WHO.regent]) {
    expect(await sittingsOf(house.shell, stranger, note)).toEqual(missing)
    expect(await noteVersion(house.shell, stranger, version, ORIGIN)).toEqual(missing)
  }
  expect(await noteVersion(house.shell, WHO.hanafi, { ...note, side: 'staff', number: 1 }, ORIGIN)).toEqual(
    missing,
  )
  const { rows } = await house.db.pool.query<{ person_id: string }>(
    "select person_id from audit_entry where action = 'note.version' and subject = $1",
    [note.caseId],
  )
  expect(rows).toEqual([{ person_id: 'hanafi' }])
})
