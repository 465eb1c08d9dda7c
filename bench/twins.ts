import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Answers } from '#domain/service/answers.ts'
import { sampleAnswers } from '#domain/service/sample-answers.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { LIKELY, likelyTwins, twinHashesOf } from '#server/case/likely-twins.ts'
import { loadCase } from '#server/case/load-case.ts'
import type { Figure, Options } from './report.ts'
import { median } from './report.ts'
import { Office, openRig } from './rig.ts'

/** Keys of one case, as many as a birth has. */
const KEYS = 8

/**
 * `npm run bench twins [-- --cases 1000000]`: how long it takes to find and to judge the likely doubles of one case among
 * so many, beside a read of the case itself, which is the least that could be done.
 */
export async function measure({ quick, more }: Options): Promise<readonly Figure[]> {
  const cases = Number(more['cases'] ?? (quick ? 50_000 : 1_000_000))
  const rig = await openRig(4)
  const owner = new pg.Client({ connectionString: rig.urls.owner })
  try {
    const [office] = await Office.openAll(rig.shell, ['81.01'])
    if (!office) throw new Error('no office')
    await owner.connect()
    await fill(owner, cases)
    const { pool, sealer } = rig.shell
    const village = office.person('NEGERI_OFFICER', 'Hanafi')
    const context = { random: Math.random, reportOn: localDateInWit(Date.now()), negeri: office.negeri }
    const answers: Answers = sampleAnswers('BIRTH_REGULAR', 'onTime', context)
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    for (const caseId of ids)
      await office.run(village, caseId, {
        type: 'create',
        service: 'AKTA_KELAHIRAN',
        kind: 'BIRTH_REGULAR',
        negeri: office.negeri,
        answers,
      })
    const file = await loadCase(rig.shell, ids[0] ?? '')
    if (!file) throw new Error('no case')
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain ${LIKELY}`, [
      twinHashesOf(sealer, file),
      file.id,
      file.service,
      24,
    ])
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    if (/Seq Scan/.test(plan)) throw new Error(`not by index alone:\n${plan}`)
    process.stdout.write(`${plan}\n`)
    const finding: number[] = []
    const reading: number[] = []
    for (let n = 0; n < 400; n += 1) {
      const began = performance.now()
      const found = await likelyTwins(pool, sealer, file)
      finding.push(performance.now() - began)
      if (found.length !== 2) throw new Error(`${found.length} doubles instead of 2`)
      const again = performance.now()
      await loadCase(rig.shell, file.id)
      reading.push(performance.now() - again)
    }
    return [
      {
        figure: `finding and judging the doubles of one case among ${cases}`,
        value: median(finding),
        unit: 'ms',
        limit: median(reading),
        target: { of: 'ratio', most: 4 },
      },
    ]
  } finally {
    await owner.end()
    await rig.close()
  }
}

/** Cases that are nobody's, with as many keys as real ones: rows alone, for the index is what is measured. */
async function fill(owner: pg.Client, cases: number): Promise<void> {
  await owner.query('set synchronous_commit = off')
  await owner.query("insert into queue (id) values ('81.01/FILL') on conflict do nothing")
  await owner.query(
    `insert into case_file (id, queue_id, queue_seq, version, service, kind, negeri, stage, open, submitted, applicant,
       owner_id, created_at, stage_at, changed_at, changed_by, sealed)
     select gen_random_uuid(), '81.01/FILL', n, 1, 'AKTA_KELAHIRAN', 'BIRTH_REGULAR', '81.01.01.2001', 'CLOSED', false, true, 'N',
       'x', now(), now(), now(), 'x', ''::bytea from generate_series(1, $1::int) n`,
    [cases],
  )
  await owner.query(
    `insert into case_identity (case_id, kind, hash)
     select c.id, 'twin', md5(c.queue_seq::text || '/' || k) from case_file c, generate_series(1, $1::int) k where c.queue_id = '81.01/FILL'`,
    [KEYS],
  )
  await owner.query('analyze case_file')
  await owner.query('analyze case_identity')
}
