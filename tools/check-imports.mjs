// Import directions over the whole tree, and proof that the whole tree was looked at: a parser that reads nothing
// would report success.
import { readdirSync } from 'node:fs'
import { cruise } from './cruise.mjs'

const folders = ['src', 'prisma', 'bench', 'e2e']
const { modules, violations } = cruise('.', folders)

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('src/server/db/generated/')),
)
const unseen = files.filter((file) => !modules.has(file))
if (unseen.length > 0) {
  console.error(
    `import directions: ${unseen.length} of ${files.length} files were not read, e.g. ${unseen.slice(0, 3).join(', ')}`,
  )
  process.exit(1)
}
for (const { rule, from, to } of violations) console.error(`import directions: ${rule}: ${from} → ${to}`)
if (violations.length > 0) process.exit(1)
console.log(`import directions: ${files.length} files, every import allowed`)
