import type pg from 'pg'

const FIRST = [
  'Marthinus',
  'Salma',
  'Yohanis',
  'Rukia',
  'Abdul',
  'Elsina',
  'Petrus',
  'Nurhayati',
  'Agustina',
  'Rahim',
  'Dorkas',
  'Jafar',
  'Maria',
  'Saleh',
  'Fatima',
]
const LAST = [
  'Manuhutu',
  'Tuapeti',
  'Pattilou',
  'Leitimur',
  'Tuasikal',
  'Lawalata',
  'Rumaso',
  'Sahusilawa',
  'Ohorella',
  'Latukau',
  'Hehanusa',
  'Wattirua',
  'Saluka',
]
const OPEN = [
  'SUBMITTED',
  'FORWARDED',
  'VERIFICATION',
  'SIAK_ENTRY',
  'VALIDATION',
  'RETURNED_NEGERI',
  'AWAITING_TTE',
  'ISSUED',
]

/**
 * Rows as a list sees them, put in by plain SQL: a list reads no sealed content, and a million cases by commands would
 * take an hour. Ids are random, as real ones are. Answers nothing that is true of a real case.
 */
export async function fillQueue(
  pool: pg.Pool,
  queue: string,
  { open, closed }: { readonly open: number; readonly closed: number },
): Promise<void> {
  const client = await pool.connect()
  await client.query('set statement_timeout = 0') // a million rows are no request of a person
  const service = queue.slice(queue.indexOf('/') + 1)
  const from = await client.query<{ seq: string }>(
    'insert into queue (id, seq) values ($1, 0) on conflict (id) do update set id = excluded.id returning seq',
    [queue],
  )
  const first = Number(from.rows[0]?.seq ?? 0)
  for (const [count, isOpen, offset] of [
    [closed, false, first],
    [open, true, first + closed],
  ] as const) {
    if (count === 0) continue
    await client.query(
      `insert into case_file (id, queue_id, queue_seq, version, service, kind, negeri, stage, open, submitted, number, applicant, owner_id,
                              created_at, submitted_at, stage_at, changed_at, changed_by, sealed, clock)
       select gen_random_uuid(), $1, $2 + n, 3 + n % 9, $3, $4, '81.01.' || lpad((1 + n % 23)::text, 2, '0') || '.' || (2001 + n % 17), stage, $5, true,
              'AL-26-' || ($2 + n), first || ' ' || middle || ' ' || last, gen_random_uuid(), at, at, at + interval '1 hour', at + interval '1 hour', 'Hanafi Renwarin', '',
              jsonb_build_object('policy', 1, 'roundAt', ms, 'stageFrom', ms + 3600000, 'stageUsed', case when n % 5 = 0 then n * 7919 % 9000000 else 0 end,
                'promiseFrom', ms + case when n % 5 = 0 then 3600000 else 0 end, 'promiseUsed', case when n % 5 = 0 then n * 104729 % 40000000 else 0 end,
                'lawPaused', case when $5 and stage <> 'ISSUED' then case when n % 5 = 0 then n % 9 else 0 end end)
       from generate_series(1, $6) n
       cross join lateral (select ($7::text[])[1 + (n * 7 + n / 13) % $8] as first, ($7::text[])[1 + (n * 3 + n / 101) % $8] as middle, ($9::text[])[1 + (n * 11 + n / 7) % $10] as last,
         case when $5 then ($11::text[])[1 + n % 8] else 'CLOSED' end as stage,
         date_trunc('milliseconds', now()) - make_interval(secs => case when $5 then n % 500000 else 600000 + n * 20 end) as at) made
       cross join lateral (select (extract(epoch from at) * 1000)::bigint as ms) clocks`,
      [
        queue,
        offset,
        service,
        service === 'KK' ? 'KK_LOST' : 'BIRTH_REGULAR',
        isOpen,
        count,
        FIRST,
        FIRST.length,
        LAST,
        LAST.length,
        OPEN,
      ],
    )
  }
  await client.query('update queue set seq = $2 where id = $1', [queue, first + open + closed])
  await client.query('reset statement_timeout')
  client.release()
}
