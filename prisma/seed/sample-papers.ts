import sharp from 'sharp'

const PHOTOS = ['FORM', 'KK', 'KTP', 'LETTER', 'BOOK', 'STATEMENT', 'BLURRED'] as const
type Photo = (typeof PHOTOS)[number]
export type Scan = Photo | `${Photo}_AGAIN` | 'DOCUMENT'

/** Every scan of the demo. Content is stored once; each case has its own file of it. */
export const SCANS: readonly Scan[] = [
  ...PHOTOS,
  ...PHOTOS.map((photo) => `${photo}_AGAIN` as const),
  'DOCUMENT',
]

/** The same paper photographed once more: what was sent back is not answered with the very photo that was sent back. */
export function takenAgain(scan: Scan): Scan {
  return scan === 'DOCUMENT' ? scan : `${photoOf(scan)}_AGAIN`
}

function photoOf(scan: Exclude<Scan, 'DOCUMENT'>): Photo {
  return PHOTOS.find((photo) => scan === photo || scan === `${photo}_AGAIN`) ?? 'LETTER'
}

/** Which scan stands for the paper of a rule; now and then a photo is too blurred to read. */
export function scanOf(ruleId: string, blurred: boolean): Scan {
  if (blurred) return 'BLURRED'
  if (/^F\d/.test(ruleId)) return 'FORM'
  if (ruleId.includes('KTP')) return 'KTP'
  if (/(^|_)KK($|_)|OLD_KK/.test(ruleId)) return 'KK'
  if (/MARRIAGE|BOOK|AKTA|DEED|DIVORCE|DEATH/.test(ruleId)) return 'BOOK'
  return /STATEMENT|CONSENT|GUARDIAN/.test(ruleId) ? 'STATEMENT' : 'LETTER'
}

const TITLE: Record<Photo, string> = {
  FORM: 'FORMULIR (CONTOH)',
  KK: 'KARTU KELUARGA (CONTOH)',
  KTP: 'KTP-EL (CONTOH)',
  LETTER: 'SURAT KETERANGAN (CONTOH)',
  BOOK: 'BUKU NIKAH / AKTA (CONTOH)',
  STATEMENT: 'SURAT PERNYATAAN (CONTOH)',
  BLURRED: 'BERKAS (CONTOH)',
}

/** A drawn stand-in for a photographed paper: it shows lines instead of anybody's data. */
export async function drawScan(scan: Scan): Promise<Buffer> {
  if (scan === 'DOCUMENT') return samplePdf()
  const paper = photoOf(scan)
  const [width, height] = paper === 'KTP' ? [1100, 720] : [1000, 1400]
  const turn = (paper === 'LETTER' ? 0.8 : 0) - (scan === paper ? 0 : 0.5)
  const image = sharp(Buffer.from(svgOf(paper, width, height))).rotate(turn, { background: '#5a5348' })
  const photo = paper === 'BLURRED' ? image.blur(9) : image
  return photo.jpeg({ quality: 72, mozjpeg: false }).toBuffer()
}

function svgOf(scan: Photo, width: number, height: number): string {
  const tint = scan === 'KTP' ? '#c9dfe9' : scan === 'BOOK' ? '#efe6cf' : '#fbf9f2'
  const rows = Array.from({ length: Math.floor((height - 300) / 52) }, (_, row) => {
    const y = 230 + row * 52
    const label = 120 + ((row * 37) % 90)
    const value = 240 + ((row * 83 + scan.length * 41) % 360)
    return `<rect x="90" y="${y}" width="${label}" height="13" fill="#4a463e" opacity="0.75"/><rect x="340" y="${y - 3}" width="${Math.min(value, width - 430)}" height="18" fill="#1d2f63" opacity="0.7"/><rect x="90" y="${y + 26}" width="${width - 180}" height="1.5" fill="#b9b19f"/>`
  }).join('')
  const stamp =
    scan === 'FORM' || scan === 'LETTER' || scan === 'STATEMENT'
      ? `<circle cx="${width - 230}" cy="${height - 190}" r="92" fill="none" stroke="#5b3a8c" stroke-width="7" opacity="0.55"/><path d="M${width - 330} ${height - 170} q 60 -90 110 -10 t 130 -40" fill="none" stroke="#1d2f63" stroke-width="6"/>`
      : `<rect x="${width - 250}" y="120" width="170" height="210" fill="#9aa7ad"/><circle cx="${width - 165}" cy="195" r="45" fill="#6d7a80"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#5a5348"/><rect x="34" y="30" width="${width - 68}" height="${height - 60}" fill="${tint}"/>
    <text x="90" y="130" font-family="serif" font-size="44" font-weight="700" fill="#26231d">${TITLE[scan]}</text>
    <text x="90" y="178" font-family="serif" font-size="25" fill="#26231d">Kabupaten Maluku Tengah, data buatan untuk peragaan</text>
    <rect x="90" y="195" width="${width - 180}" height="4" fill="#3a362d"/>${rows}${stamp}</svg>`
}

/** One page of text, written by hand: the demo's stand-in for a document signed in SIAK. */
function samplePdf(): Buffer {
  const lines = [
    'DOKUMEN CONTOH',
    'Pengganti dokumen bertanda tangan elektronik dari SIAK.',
    'Bukan dokumen resmi. Data di dalam peragaan ini buatan.',
  ]
  const text = lines
    .map((line, index) => `BT /F1 ${index === 0 ? 24 : 13} Tf 72 ${760 - index * 34} Td (${line}) Tj ET`)
    .join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`,
    'latin1',
  )
}
