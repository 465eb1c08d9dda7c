import { expect, test } from 'vitest'
import { openLog } from './log.ts'

const CANARY = { nik: '8101154107900003', words: 'Wilhelmina Pattiasina', password: 'Rahasia-Sekali-123' }

function written(tell: (log: ReturnType<typeof openLog>) => void): string {
  let text = ''
  tell(openLog('trace', { write: (line: string) => (text += line) }))
  return text
}

test('no personal data and no secret gets into the log, however it is handed over', () => {
  const text = written((log) => {
    log.info(
      { answers: { a: CANARY.words }, person: { password: CANARY.password, name: CANARY.words } },
      'case',
    )
    log.info({ req: { headers: { cookie: CANARY.password, authorization: CANARY.password } } }, 'request')
    log.warn(`sesuatu dengan ${CANARY.nik}`)
    log.info({ subject: [`8101 1541 0790 0003`, { deep: { deeper: CANARY.nik } }] }, 'nested')
    log.error({
      err: Object.assign(new Error('duplicate key'), {
        code: '23505',
        detail: `Key (name)=(${CANARY.words}) exists`,
      }),
    })
    log.error(new Error(`value "${CANARY.words}"`))
    log.error({
      err: new Error(`invalid input syntax for type uuid: "${CANARY.words}"`, {
        cause: new Error(`'${CANARY.nik}'`),
      }),
    })
  })
  for (const secret of [CANARY.nik, '8101 1541 0790 0003', CANARY.words, CANARY.password])
    expect(text).not.toContain(secret)
  expect(text.trim().split('\n')).toHaveLength(7)
})

test('what is needed to find a fault stays', () => {
  const text = written((log) =>
    log.error({ faultId: 'G7K-42Q', path: 'case.run', err: new TypeError('x is not a function') }, 'fault'),
  )
  const line = JSON.parse(text) as {
    faultId: string
    path: string
    err: { type: string; message: string; stack: string[] }
  }
  expect(line).toMatchObject({
    faultId: 'G7K-42Q',
    path: 'case.run',
    err: { type: 'TypeError', message: 'x is not a function' },
  })
  expect(line.err.stack[0]).toContain('log.test.ts')
})

test('an id stays whole: digits within a UUID are no NIK', () => {
  const id = '81011541-0790-4003-8101-154107900003'
  expect(written((log) => log.info({ caseId: id }, 'x'))).toContain(id)
})
