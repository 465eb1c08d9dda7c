import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cruise } from './cruise.mjs'

// A small tree that breaks each rule once. If the tool goes blind (a compiler it cannot read), these go red.
const PLANTED: readonly (readonly [rule: string, file: string, code: string])[] = [
  ['domain-pure', 'src/domain/case/a.ts', "import '#server/s.ts'"],
  ['domain-packages', 'src/domain/case/b.ts', "import { z } from 'zod'\nexport const q = z"],
  ['domain-packages', 'src/domain/case/b2.ts', "import fs from 'node:fs'\nexport const q = fs"],
  ['domain-order-shared', 'src/domain/shared/c.ts', "import '#domain/case/ok.ts'"],
  ['domain-order-access', 'src/domain/access/c.ts', "import '#domain/case/ok.ts'"],
  ['domain-order-service', 'src/domain/service/c.ts', "import '#domain/case/ok.ts'"],
  ['domain-order-case', 'src/domain/case/c.ts', "import '#domain/sla/ok.ts'"],
  ['no-feature-to-feature', 'src/features/queue/ui/d.ts', "import '#features/intake/ui/ok.ts'"],
  ['feature-ui', 'src/features/queue/ui/e.ts', "import '#server/s.ts'"],
  ['feature-ui', 'src/features/queue/ui/e2.ts', "import '#features/queue/server/ok.ts'"],
  ['feature-server', 'src/features/queue/server/f.ts', "import '#ui/ok.ts'"],
  ['kit-knows-no-case', 'src/ui/g.ts', "import '#client/ok.ts'"],
  ['kit-knows-no-case', 'src/ui/g3.tsx', "import '#client/ok.ts'\nexport const Mark = () => <b>x</b>"],
  ['kit-domain-types', 'src/ui/g2.ts', "import { one } from '#domain/case/ok.ts'\nexport const two = one"],
  ['client', 'src/client/h.ts', "import '#server/s.ts'"],
  [
    'client-router-type',
    'src/client/h2.ts',
    "import { router } from '#main/router.ts'\nexport const r = router",
  ],
  ['server', 'src/server/i.ts', "import '#features/queue/server/ok.ts'"],
  ['main-no-screens', 'src/main/j.ts', "import '#features/queue/ui/ok.ts'"],
  ['app', 'src/app/k.ts', "import '#features/queue/server/ok.ts'"],
  ['i18n', 'src/i18n/l.ts', "import '#client/ok.ts'"],
  ['no-circular', 'src/client/m1.ts', "import './m2.ts'"],
  ['no-unresolved', 'src/client/n.ts', "import './nowhere.ts'"],
]
const INNOCENT: Record<string, string> = {
  'src/client/m2.ts': "import './m1.ts'",
  'src/client/ok.ts': "import type { Router } from '#main/router.ts'\nexport type R = Router",
  'src/main/router.ts': 'export const router = 1\nexport type Router = typeof router',
  'src/ui/ok.ts': "import type { One } from '#domain/case/ok.ts'\nexport type O = One",
  'src/server/s.ts': "import '#domain/case/ok.ts'",
  'src/domain/case/ok.ts': "import * as z from 'zod/mini'\nexport const one = z\nexport type One = 1",
  'src/domain/sla/ok.ts': 'export {}',
  'src/features/queue/server/ok.ts': 'export {}',
  'src/features/queue/ui/ok.ts': 'export {}',
  'src/features/intake/ui/ok.ts': 'export {}',
}

const root = process.cwd()
let tree = ''
let found: { rule: string; from: string; to: string }[] = []

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'import-directions-'))
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
    cpSync(path.join(root, file), path.join(tree, file))
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'))
  const files = [...PLANTED.map(([, file, code]) => [file, code] as const), ...Object.entries(INNOCENT)]
  for (const [file, code] of files) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
    writeFileSync(path.join(tree, file), `${code}\n`)
  }
  found = cruise(tree, ['src']).violations
}, 60_000)
afterAll(() => rmSync(tree, { recursive: true, force: true }))

describe('import directions', () => {
  it.each(PLANTED)('%s is named for %s', (rule, file) => {
    expect(found).toContainEqual(expect.objectContaining({ rule, from: file }))
  })
  it('innocent files are not named', () => {
    const innocent = Object.keys(INNOCENT).filter((file) => file !== 'src/client/m2.ts')
    expect(
      found.filter((violation) => violation.rule !== 'no-outside' && innocent.includes(violation.from)),
    ).toEqual([])
  })
})
