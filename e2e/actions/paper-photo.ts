import sharp from 'sharp'
import { drawDocument } from '../../bench/legibility/documents.ts'
import { randomFrom } from '../../bench/legibility/random.ts'

const letters = new Map<number, Promise<Buffer>>()

/** A letter that fills the photo, every word of it legible: nothing to ask about. */
export function aLetter(seed = 7): Promise<Buffer> {
  const letter =
    letters.get(seed) ??
    drawDocument('birthLetter', randomFrom(seed)).then(({ pixels, columns, rows }) =>
      sharp(pixels, { raw: { width: columns, height: rows, channels: 1 } })
        .resize({ height: 1500 })
        .toColourspace('srgb')
        .jpeg({ quality: 86 })
        .toBuffer(),
    )
  letters.set(seed, letter)
  return letter
}

/** The same from a hand that did not hold still, with the place where it was taken. */
export async function aBlurredLetter(): Promise<Buffer> {
  return sharp(await aLetter())
    .blur(5)
    .withExif({
      IFD0: { Make: 'Telepon', Model: 'Uji 2', ImageDescription: 'Negeri Saparua' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '3/1 34/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '128/1 39/1 0/1',
      },
    })
    .jpeg({ quality: 86 })
    .toBuffer()
}

/** On a dark table, a little aslant: to be laid straight. */
export async function aLetterOnTable(): Promise<Buffer> {
  const sheet = await sharp(await aLetter())
    .rotate(4, { background: '#4a4238' })
    .toBuffer()
  return sharp({ create: { width: 1500, height: 2000, channels: 3, background: '#4a4238' } })
    .composite([{ input: sheet, gravity: 'centre' }])
    .jpeg({ quality: 88 })
    .toBuffer()
}
