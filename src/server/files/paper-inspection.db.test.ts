import { deflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { createDecoder } from './decoder.ts'

const decoder = createDecoder()
afterAll(() => decoder.close())

const aPhoto = (width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#dccfb4' } })

test('a plain photo is taken as it is, with a thumbnail', async () => {
  const seen = await decoder.inspect(await aPhoto().jpeg().toBuffer())
  expect(seen).toMatchObject({ ok: true, mime: 'image/jpeg', width: 400, height: 300, pageCount: 1 })
  expect(seen.ok && seen.view).toBeUndefined()
  expect(seen.ok && seen.thumb!.length).toBeGreaterThan(50)
})

test('place and camera of a photo are not in the copy that is shown, and it stands upright', async () => {
  const photo = await aPhoto()
    .withExif({ IFD0: { Make: 'Ponsel Mina' }, IFD3: { GPSLatitudeRef: 'S' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const seen = await decoder.inspect(photo)
  if (!seen.ok || seen.view === undefined) throw new Error('no view copy')
  expect([seen.width, seen.height]).toEqual([300, 400])
  const shown = await sharp(seen.view).metadata()
  expect(shown.exif).toBeUndefined()
  expect([shown.width, shown.height]).toEqual([300, 400])
})

test('an executable, a script, the test virus and a text are refused, each for what it is', async () => {
  const exe = Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(4000)])
  expect(await decoder.inspect(exe)).toEqual({ ok: false, why: 'file-dangerous' })
  expect(await decoder.inspect(Buffer.from('<svg onload="x()"></svg>'))).toEqual({
    ok: false,
    why: 'file-dangerous',
  })
  const virus = Buffer.concat([
    await aPhoto().jpeg().toBuffer(),
    Buffer.from(['EICAR', 'STANDARD', 'ANTIVIRUS', 'TEST', 'FILE!'].join('-')),
  ])
  expect(await decoder.inspect(virus)).toEqual({ ok: false, why: 'file-dangerous' })
  expect(await decoder.inspect(Buffer.from('halo'))).toEqual({ ok: false, why: 'file-wrong-type' })
  expect(await decoder.inspect(await aPhoto().gif().toBuffer())).toEqual({
    ok: false,
    why: 'file-wrong-type',
  })
})

test('a cut photo is damaged', async () => {
  const photo = await sharp({
    create: {
      width: 900,
      height: 900,
      channels: 3,
      background: '#123',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer()
  expect(await decoder.inspect(photo.subarray(0, photo.length / 2))).toEqual({
    ok: false,
    why: 'file-damaged',
  })
})

test('a picture of few bytes and very many pixels is refused, and the next file is still served', async () => {
  const bomb = await sharp({
    create: { width: 8000, height: 8000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer()
  expect(bomb.length).toBeLessThan(3_000_000)
  expect(await decoder.inspect(bomb)).toEqual({ ok: false, why: 'file-too-many-pixels' })
  expect((await decoder.inspect(await aPhoto().png().toBuffer())).ok).toBe(true)
}, 30_000)

test('a file that holds the decoder too long costs only itself', async () => {
  const impatient = createDecoder({ timeLimitMs: 1 })
  expect(await impatient.inspect(await aPhoto(3000, 3000).png().toBuffer())).toEqual({
    ok: false,
    why: 'file-damaged',
  })
  impatient.close()
})

test('a PDF has its pages counted; one that acts, is locked or cut is refused', async () => {
  const document = await PDFDocument.create()
  document.addPage()
  document.addPage()
  const plain = Buffer.from(await document.save())
  expect(await decoder.inspect(plain)).toMatchObject({ ok: true, mime: 'application/pdf', pageCount: 2 })
  expect(await decoder.inspect(plain.subarray(0, plain.length - 200))).toEqual({
    ok: false,
    why: 'file-damaged',
  })

  document.addJavaScript('mulai', 'app.alert(1)')
  expect(await decoder.inspect(Buffer.from(await document.save()))).toEqual({
    ok: false,
    why: 'file-dangerous',
  })
  expect(await decoder.inspect(Buffer.from(await document.save({ useObjectStreams: false })))).toEqual({
    ok: false,
    why: 'file-dangerous',
  })

  const head = '%PDF-1.7\n1 0 obj <</Type /Page>> endobj\n'
  const tail = '\nstartxref\n0\n%%EOF'
  expect(await decoder.inspect(Buffer.from(`${head}<</Encrypt 3 0 R>>${tail}`))).toEqual({
    ok: false,
    why: 'file-locked',
  })
  expect(await decoder.inspect(Buffer.from(`${head}<</S /J#61vaScript>>${tail}`))).toEqual({
    ok: false,
    why: 'file-dangerous',
  })
  const bomb = deflateSync(Buffer.alloc(60_000_000)).toString('latin1')
  const bombed = Buffer.from(
    `${head}<</Type /ObjStm /Filter /FlateDecode>>stream\n${bomb}\nendstream${tail}`,
    'latin1',
  )
  expect(await decoder.inspect(bombed)).toEqual({ ok: false, why: 'file-dangerous' })
})
