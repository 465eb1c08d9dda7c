import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { inspectPdf } from './pdf-inspection.ts'

const pdf = (body: string) =>
  Buffer.from(`%PDF-1.7\n1 0 obj <</Type /Page>> endobj\n${body}\nstartxref\n0\n%%EOF`, 'latin1')
const DANGEROUS = { ok: false, why: 'file-dangerous' }
const ACT = '<</S /JavaScript /JS (app.alert(1))>>'
const packed = (about: string, content: Buffer) =>
  pdf(`2 0 obj <<${about}>>stream\n${content.toString('latin1')}\nendstream endobj`)
const deflated = (text: string) => deflateSync(Buffer.from(text))
const hex = (bytes: Uint8Array) => Buffer.from(`${Buffer.from(bytes).toString('hex')}>`)

test.each([
  ['/Type /ObjStm /Filter /FlateDecode', deflated(ACT)],
  ['/Type /ObjS#74m /Filter /FlateDecode', deflated(ACT)],
  ['/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]', hex(deflated(ACT))],
  ['/Type /ObjStm /Filter [/FlateDecode /ASCIIHexDecode]', deflated(hex(Buffer.from(ACT)).toString())],
  ['/Type /ObjStm /Filter /ASCIIHexDecode', hex(Buffer.from(ACT))],
  ['/Type /ObjStm /Filter /FlateDecode /DecodeParms <</Predictor 12>>', deflated('x')],
])('what acts is found where it is packed, and what cannot be unpacked is refused: %s', (about, content) => {
  expect(inspectPdf(packed(about, content))).toEqual(DANGEROUS)
})

test('a document that opens another file is refused; plain packed objects are not', () => {
  expect(inspectPdf(pdf('<</S /GoToR /F (elsewhere)>>'))).toEqual(DANGEROUS)
  for (const about of ['/Type /ObjStm /Filter /FlateDecode', '/Type/ObjStm/Filter[/FlateDecode]/N 1/First 4'])
    expect(inspectPdf(packed(about, deflated('<</Type /Font>>')))).toEqual({ ok: true, pageCount: 1 })
})
