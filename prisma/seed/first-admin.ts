import { randomUUID } from 'node:crypto'
import { hashPassword, oneTimePassword } from '#server/auth/password.ts'
import type { Shell } from '#server/shell.ts'

export type FirstAdmin = { readonly username: string; readonly password: string }

/**
 * The one account of an empty database. Its password is shown once and must be changed at the first sign-in; while
 * nobody has used it, a new start (after a kill, or a lost print-out) makes another one.
 */
export async function firstAdmin(shell: Pick<Shell, 'prisma' | 'clock'>): Promise<FirstAdmin | undefined> {
  const others = await shell.prisma.person.count({
    where: { NOT: { username: 'admin', mustChangePassword: true } },
  })
  if (others > 0) return undefined
  const password = oneTimePassword()
  const fresh = {
    passwordHash: await hashPassword(password),
    passwordSetAt: new Date(shell.clock()),
    mustChangePassword: true,
  }
  await shell.prisma.person.upsert({
    where: { username: 'admin' },
    update: fresh,
    create: {
      id: randomUUID(),
      username: 'admin',
      name: 'Administrator',
      role: 'ADMIN',
      areas: ['81.01'],
      services: [],
      ...fresh,
    },
  })
  return { username: 'admin', password }
}
