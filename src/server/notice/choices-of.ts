import type { Choices } from '#domain/notice/choices.ts'
import { choicesFrom, HOUSE_CHOICES } from '#domain/notice/choices.ts'
import type { Queryable } from '#server/case/rows.ts'

/** How a person is to be told, and what there is to tell them by: `mail` once confirmed, one `push:<id>` per browser. */
export type Reach = { readonly choices: Choices; readonly channels: readonly Channel[] }
export type Channel = 'mail' | `push:${string}`

const NOTHING: Reach = { choices: HOUSE_CHOICES, channels: [] }

export async function reachOf(
  db: Queryable,
  personIds: readonly string[],
): Promise<{ of(personId: string): Reach }> {
  if (personIds.length === 0) return { of: () => NOTHING }
  const { rows } = await db.query<{ id: string; choices: unknown; mail: boolean; browsers: string[] | null }>(
    {
      name: 'notice-reach',
      text: `select i.id, c.choices, m.confirmed_at is not null as mail,
        (select array_agg(s.id order by s.id) from push_subscription s where s.person_id = i.id) as browsers
      from unnest($1::text[]) as i (id)
      left join notice_choice c on c.person_id = i.id
      left join mail_address m on m.person_id = i.id`,
      values: [[...new Set(personIds)]],
    },
  )
  const found = new Map(
    rows.map(({ id, choices, mail, browsers }) => {
      const channels: readonly Channel[] = [
        ...(mail ? (['mail'] as const) : []),
        ...(browsers ?? []).map((one) => `push:${one}` as const),
      ]
      return [id, { choices: choices === null ? HOUSE_CHOICES : choicesFrom(choices), channels }]
    }),
  )
  return { of: (personId) => found.get(personId) ?? NOTHING }
}

/** The house of this person: the negeri of its officer, else the Dinas of the kabupaten. */
export function officeOfPerson(role: string, areas: readonly string[]): string {
  const area = areas[0] ?? ''
  return role === 'NEGERI_OFFICER' || role === 'CITIZEN' ? area : area.slice(0, 5)
}
