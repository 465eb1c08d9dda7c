import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** argon2id by default; each takes 19 MB, so that only a few run at once. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 4
const WAITING_AT_MOST = 200

/** Of a password nobody knows, at the same cost: an unknown name takes as long as a wrong password. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$EMw8VMSbnhKRacwNiGbAYg$xZFso6toexS88ESPM0f/hNGZPBizMkUtyOSdFsutQto'

let running = 0
const waiting: (() => void)[] = []

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_AT_MOST) throw new Error('too many log-ins at once')
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

export function hashPassword(password: string): Promise<string> {
  return oneOfFew(() => hash(password, COST))
}

/** Is it this person's password? Asked without a person it is false, after the same work. */
export async function passwordFits(password: string, passwordHash: string | undefined): Promise<boolean> {
  const fits = await oneOfFew(() => verify(passwordHash ?? NOBODY, password.slice(0, 1000)))
  return fits && passwordHash !== undefined
}

/** `K7MW-3PQR-9XTA-HJ4C`: 80 bits to be read out once and changed at the first sign-in. */
export function oneTimePassword(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
  const group = (): string =>
    Array.from({ length: 4 }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  return [group(), group(), group(), group()].join('-')
}
