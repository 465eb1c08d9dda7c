import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Figure } from '../report.ts'
import type { Island } from './island.ts'
import { settle } from './island.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
/** What the next version changes: one word on the screens of a form. */
const CHANGED = 'src/features/intake/ui/form-footer.tsx'
const PARTS = [
  'src',
  'public',
  'prisma',
  'package.json',
  'package-lock.json',
  'next.config.mjs',
  'tsconfig.json',
]

/** A later version with one screen changed: what a phone fetches of it, against the files that are others. */
export async function measureDeploy(island: Island): Promise<readonly Figure[]> {
  const { site, line } = island
  const phone = await island.phone()
  line.breadth(Infinity)
  const page = await phone.page()
  await page.goto(`${site.base}/ajukan`)
  await settle(phone, page)
  const next = mkdtempSync(path.join(os.tmpdir(), 'satu-next-'))
  try {
    build(next)
    await site.deploy(next)
    await page.waitForTimeout(4_000) // the live connection is back and has said its part
    const others = changedFiles(next)
    const before = line.bytes
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      await registration?.update()
      while (!registration?.waiting) await new Promise((resolve) => setTimeout(resolve, 100))
    })
    const bytes = line.bytes - before
    const standing = await page.locator('h1.title').first().isVisible()
    return [
      {
        figure: 'a later version with one screen changed (limit: its changed files)',
        value: bytes / 1024,
        unit: 'KB',
        limit: others.bytes / 1024,
        target: { of: 'ratio', most: 1.3 },
      },
      { figure: 'the same: files of all', value: others.count, unit: `of ${others.of}` },
      {
        figure: 'the same: screens interrupted by it',
        value: standing ? 0 : 1,
        unit: '',
        target: { of: 'value', most: 0 },
      },
    ]
  } finally {
    await site.deploy(ROOT)
    await phone.context.close()
    rmSync(next, { recursive: true, force: true })
  }
}

function build(root: string): void {
  for (const part of PARTS) cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true })
  execFileSync('cp', ['-al', path.join(ROOT, 'node_modules'), path.join(root, 'node_modules')])
  const file = path.join(root, CHANGED)
  const text = readFileSync(file, 'utf8')
  const word = "t('next')"
  if (!text.includes(word)) throw new Error(`${CHANGED} no longer says ${word}`)
  writeFileSync(file, text.replace(word, `${word} + ' '`))
  execFileSync(process.execPath, ['src/main/launch.mjs', 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** What the new list has and the old has not, as it goes over the line. */
function changedFiles(next: string): { readonly bytes: number; readonly count: number; readonly of: number } {
  const listOf = (root: string) =>
    new Set(
      [
        ...readFileSync(path.join(root, '.next/worker/sw.js'), 'utf8').matchAll(
          /"(?:url)":"\/_next\/([^"]+)"/g,
        ),
      ].map(([, file]) => file ?? ''),
    )
  const [old, now] = [listOf(ROOT), listOf(next)]
  const others = [...now].filter((file) => !old.has(file))
  const weigh = (file: string) => {
    const plain = path.join(next, '.next', file)
    try {
      return statSync(`${plain}.br`).size
    } catch {
      return statSync(plain).size
    }
  }
  const worker = Math.ceil(statSync(path.join(next, '.next/worker/sw.js')).size / 3)
  return {
    bytes: others.reduce((sum, file) => sum + weigh(file), worker),
    count: others.length,
    of: now.size,
  }
}
