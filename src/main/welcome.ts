import type { Shell } from '#server/shell.ts'
import { DEMO_PASSWORD, demoPeople } from '../../prisma/seed/people.ts'
import type { Seeded } from '../../prisma/seed/run-seed.ts'

/** What is printed once the server answers: the address, and who can sign in. */
export function welcome({ config }: Pick<Shell, 'config'>, seeded: Seeded): string {
  const lines = ['', `  Satu Antrean  →  ${config.appUrl}`, '']
  if (seeded.firstAdmin) {
    const { username, password } = seeded.firstAdmin
    lines.push(`  Akun pertama / first account:  ${username}  ·  ${password}  (sekali pakai / one-time)`, '')
  }
  if (config.seed === 'demo') {
    lines.push(`  Akun contoh / demo log-ins, kata sandi / password:  ${DEMO_PASSWORD}`)
    const named = demoPeople().slice(0, 18)
    for (const one of named)
      lines.push(
        `    ${one.username.padEnd(10)} ${one.role.padEnd(15)} ${one.name}  (${one.areas.join(', ')})`,
      )
    lines.push('    … dan satu petugas di tiap negeri lain / and one officer in every other negeri', '')
  }
  return lines.join('\n')
}
