import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { drawDocument } from '../legibility/documents.ts'
import { randomFrom } from '../legibility/random.ts'
import type { Figure } from '../report.ts'
import type { Island } from './island.ts'
import { settle } from './island.ts'

const PHOTOS = 6
const CUTS = 10
const DOWN_MS = 1_500

/** Six photos while the line is cut ten times: what goes over it, against what they weigh. */
export async function measurePhotos(island: Island): Promise<readonly Figure[]> {
  const { site, line } = island
  const phone = await island.phone()
  line.breadth(Infinity)
  const page = await phone.page()
  await page.goto(`${site.base}/ajukan`)
  await settle(phone, page)
  const caseId = await phone.draft(false)
  await page.goto(`${site.base}/ajukan/${caseId}?langkah=berkas`)
  await page.locator('.rq > li').first().waitFor()
  await page.waitForTimeout(2_500)
  line.breadth()
  const before = line.up.bytes
  const pick = page.locator('.rq > li input[type=file]')
  const lines = await pick.count()
  for (let n = 0; n < PHOTOS; n += 1) {
    const buffer = await photo(n)
    await pick.nth(n % lines).setInputFiles({ name: `foto-${n}.jpg`, mimeType: 'image/jpeg', buffer })
    await page.locator(`.rq [data-sending] >> nth=${n}`).or(page.locator('.photo-review')).first().waitFor()
    if (await page.locator('.photo-review').isVisible())
      throw new Error('the judge asks about a photo that has nothing to ask about')
  }
  const seconds = (PHOTOS * 150_000) / line.bytesPerSecond
  for (let cut = 0; cut < CUTS; cut += 1) {
    await sleep((1000 * seconds) / (CUTS + 1) + 997 * (cut % 3))
    line.cut()
    await sleep(DOWN_MS)
    line.mend()
  }
  const stored = async () =>
    (
      await site.rig.shell.pool.query<{ n: number; bytes: string }>(
        "select count(*)::int n, coalesce(sum(bytes), 0) bytes from stored_file where case_id = $1 and state = 'ready'",
        [caseId],
      )
    ).rows[0]
  const begun = Date.now()
  while (((await stored())?.n ?? 0) < PHOTOS && Date.now() - begun < 600_000) await sleep(1_000)
  const { n = 0, bytes = '0' } = (await stored()) ?? {}
  await phone.context.close()
  return [
    {
      figure: `${PHOTOS} photos, ${CUTS} cuts: photos missing`,
      value: PHOTOS - n,
      unit: '',
      target: { of: 'value', most: 0 },
    },
    {
      figure: 'the same: bytes sent (limit: their size)',
      value: (line.up.bytes - before) / 1024,
      unit: 'KB',
      limit: Number(bytes) / 1024,
      target: { of: 'ratio', most: 1.1 },
    },
  ]
}

/** A letter whose every word is legible: nothing to ask about. Each one another, or it would be one file. */
async function photo(n: number): Promise<Buffer> {
  const { pixels, columns, rows } = await drawDocument('birthLetter', randomFrom(7 + n))
  return sharp(pixels, { raw: { width: columns, height: rows, channels: 1 } })
    .resize({ height: 1500 })
    .toColourspace('srgb')
    .jpeg({ quality: 86 })
    .toBuffer()
}
