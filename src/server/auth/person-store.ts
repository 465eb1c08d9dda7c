import type { Queryable } from './session-store.ts'

/** Statements on `person` for log-in, hand-written for the same reason as those on `session`. */
export type Credentials = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: string
  readonly password_hash: string
  readonly password_set_at: Date
  readonly must_change_password: boolean
  readonly totp_secret: Buffer | null
  readonly demo: boolean
  readonly disabled_at: Date | null
}

const COLUMNS =
  'id, username, name, role, password_hash, password_set_at, must_change_password, totp_secret, demo, disabled_at'

export async function credentialsByUsername(
  db: Queryable,
  username: string,
): Promise<Credentials | undefined> {
  const { rows } = await db.query<Credentials>(`select ${COLUMNS} from person where username = $1`, [
    username,
  ])
  return rows[0]
}

export async function credentialsById(db: Queryable, id: string): Promise<Credentials | undefined> {
  const { rows } = await db.query<Credentials>(`select ${COLUMNS} from person where id = $1`, [id])
  return rows[0]
}

export type DemoPerson = { readonly username: string; readonly name: string; readonly role: string }

/** One demo person per role, the first made of each: whom the sign-in page of a demo offers. */
export async function demoPeople(db: Queryable): Promise<readonly DemoPerson[]> {
  const { rows } = await db.query<DemoPerson>(
    `select distinct on (role) username, name, role from person
     where demo and disabled_at is null order by role, created_at, username`,
  )
  return rows
}

/** Is this still the person's password, and the person allowed in? Holds the answer until the transaction ends. */
export async function stillThePassword(db: Queryable, person: Credentials): Promise<boolean> {
  const { rowCount } = await db.query(
    'select 1 from person where id = $1 and password_hash = $2 and disabled_at is null for share',
    [person.id, person.password_hash],
  )
  return rowCount === 1
}
