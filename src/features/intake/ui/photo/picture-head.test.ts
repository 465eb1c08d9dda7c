import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pictureSize, tellsOf, withoutTells } from './picture-head.ts'

const WHERE = {
  IFD0: { Make: 'Telepon', ImageDescription: 'Negeri Saparua' },
  IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '3/1 34/1 0/1' },
}
const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>'

const picture = () => sharp({ create: { width: 40, height: 24, channels: 3, background: '#987' } })
const bytesOf = async (made: ReturnType<typeof picture>) => new Uint8Array(await made.toBuffer())

test('nothing of place, camera and editor is left in a JPEG that is sent as it is, but the way it stands', async () => {
  const told = await bytesOf(
    picture()
      .withExif(WHERE)
      .withXmp(XMP)
      .withMetadata({ orientation: 6 })
      .withExif(WHERE)
      .withXmp(XMP)
      .jpeg(),
  )
  expect(tellsOf(told).join()).toMatch(/Exif.*http/)
  const bare = withoutTells(told)
  expect(tellsOf(bare)).toEqual(['APP1 Exif']) // how to turn it, and nothing else
  for (const word of ['GPS', 'Telepon', 'Saparua', 'xmpmeta', 'photoshop'])
    expect(Buffer.from(bare).includes(word), word).toBe(false)
  const { exif, xmp, orientation, width, height } = await sharp(bare).metadata()
  expect({ exif: exif?.length, xmp, orientation, width, height }).toEqual({
    exif: 32,
    xmp: undefined,
    orientation: 6,
    width: 40,
    height: 24,
  })
})

test('a JPEG that stands upright keeps no EXIF at all', async () => {
  const bare = withoutTells(await bytesOf(picture().withExif(WHERE).jpeg()))
  expect(tellsOf(bare)).toEqual([])
  expect((await sharp(bare).metadata()).exif).toBeUndefined()
})

test.each(['jpeg', 'png', 'webp'] as const)(
  'the size of a %s is known before it is unpacked',
  async (kind) => {
    expect(pictureSize(await bytesOf(picture().toFormat(kind)))).toEqual({ width: 40, height: 24 })
  },
)

test('what is no picture has no size, however it ends', () => {
  for (const bytes of [[], [0xff, 0xd8], [0xff, 0xd8, 0xff, 0xe1, 0, 0], [0xff, 0xd8, 0xff, 0xff, 0xff]])
    expect(pictureSize(new Uint8Array(bytes))).toBeUndefined()
})
