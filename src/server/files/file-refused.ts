import type { ServerResponse } from 'node:http'
import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import { FILE_REFUSAL_TEXT } from '#domain/intake/paper-file.ts'

const STATUS: Record<FileRefusalCode, number> = {
  'file-too-big': 413,
  'file-empty': 422,
  'file-wrong-type': 415,
  'file-damaged': 422,
  'file-too-many-pixels': 422,
  'file-dangerous': 422,
  'file-locked': 422,
  'file-altered': 460, // tus: checksum mismatch
  'case-full': 413,
  'too-much-waiting': 413,
  'never-used': 410,
  'same-paper': 409,
  'not-now': 403,
  'not-found': 404,
}

/** A refusal on its way through the tus server, which answers with `status_code` and `body` of what is thrown. */
export class FileRefused extends Error {
  readonly why: FileRefusalCode
  readonly status_code: number
  readonly body: string
  constructor(why: FileRefusalCode) {
    super(why)
    this.why = why
    this.status_code = STATUS[why]
    this.body = JSON.stringify({ why, text: FILE_REFUSAL_TEXT[why] })
  }
}

/** The same refusal outside of tus. */
export function answerRefused(res: ServerResponse, why: FileRefusalCode): void {
  const { status_code, body } = new FileRefused(why)
  answerJson(res, status_code, body)
}

export function answerJson(res: ServerResponse, status: number, body: string): void {
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
  res.end(body)
}
