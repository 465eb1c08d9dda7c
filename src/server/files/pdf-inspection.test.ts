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

const OPENS = 'what a document does by itself when it is opened'
/** An object stream whose only object has the number 7. */
const packedSeventh = (body: string) =>
  packed('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', deflated(`7 0 ${body}`)).toString('latin1')

test.each([
  ['an address', '<</OpenAction <</S /URI /URI (https://example.com)>>>>'],
  ['an address, in other spelling', '<</Open#41ction<</S/U#52I/URI(https://example.com)>>>>'],
  ['an address behind a jump', '<</OpenAction <</S /GoTo /D [1 0 R] /Next <</S /URI /URI (x)>>>>>>'],
  ['an address elsewhere in the file', '<</OpenAction 7 0 R>>\n7 0 obj <</S /URI /URI (x)>> endobj'],
  [
    'an address in a later version of it',
    '7 0 obj [1 0 R /Fit] endobj <</OpenAction 7 0 R>> 7 0 obj <</S /URI>> endobj',
  ],
  ['something that is not there', '<</OpenAction 99 0 R>>'],
  ['a form that is sent', '<</OpenAction <</S /SubmitForm /F (x)>>>>'],
  ['a program', '<</OpenAction <</S /Launch /F (x.exe)>>>>'],
  ['an act of a page', '<</Type /Page /AA <</O <</S /URI /URI (x)>>>>>>'],
  ['sound', '<</OpenAction <</S /Sound /Sound 4 0 R>>>>'],
])(`${OPENS} is refused: %s`, (_what, body) => {
  expect(inspectPdf(pdf(body))).toEqual(DANGEROUS)
})

test(`${OPENS} is refused where it is packed`, () => {
  const hidden = packedSeventh('<</S /URI /URI (https://example.com)>>')
  const open = hidden.replace('startxref', '<</OpenAction 7 0 R>>\nstartxref')
  expect(inspectPdf(Buffer.from(open, 'latin1'))).toEqual(DANGEROUS)
  expect(inspectPdf(Buffer.from(packedSeventh('<</OpenAction <</S /URI>>>>'), 'latin1'))).toEqual(DANGEROUS)
  const place = packedSeventh('[1 0 R /Fit]').replace('startxref', '<</OpenAction 7 0 R>>\nstartxref')
  expect(inspectPdf(Buffer.from(place, 'latin1'))).toEqual({ ok: true, pageCount: 1 })
})

test.each([
  '<</OpenAction [1 0 R /XYZ null null 0]>>',
  '<</OpenAction[1 0 R/Fit]>>',
  '<</OpenAction <</S /GoTo /D [1 0 R /FitH 800]>>>>',
  '<</OpenAction 7 0 R>>\n7 0 obj <</Type /Action /S /GoTo /D [1 0 R /Fit]>> endobj',
  '<</OpenAction null>>',
  '<</Type /Annot /Subtype /Link /A <</S /URI /URI (https://example.com)>>>>', // waits for a finger
])('a page to begin at and a link are no danger: %s', (body) => {
  expect(inspectPdf(pdf(body))).toEqual({ ok: true, pageCount: 1 })
})

test('a scan is not refused for three letters that its picture happens to hold', () => {
  const noise = '\u00ff/JS\u0012\u00fe/AA\u0003/XFA\u0007'
  expect(inspectPdf(pdf(`2 0 obj <</Length 20>>stream\n${noise}\nendstream endobj`))).toEqual({
    ok: true,
    pageCount: 1,
  })
})
