import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROLES } from './access/role.ts'
import { COMMAND_TYPES } from './case/command.ts'
import { REASON_CODES } from './case/reason.ts'
import { STAGES } from './case/stage.ts'
import { ALL_KINDS, SERVICE_DEFINITIONS } from './service/catalogue.ts'
import { SERVICES } from './shared/service-id.ts'

const glossary = readFileSync(new URL('GLOSSARY.md', import.meta.url), 'utf8')

/** The ids in the first column of the table under a heading. */
function idsUnder(heading: string): readonly string[] {
  const section = glossary.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(/^\| `(\w+)` \|/gm)].map((found) => found[1] ?? '')
}

describe('the glossary', () => {
  it.each([
    ['Services', SERVICES],
    ['Kinds', ALL_KINDS.map((kind) => kind.id)],
    ['Roles', [...ROLES, 'SYSTEM']],
    ['Stages', STAGES],
    ['Commands', COMMAND_TYPES],
    ['Reasons to return or reject', REASON_CODES],
  ] as const)(
    '%s: each once, in the order of the code, and nothing that the code does not know',
    (heading, ids) => {
      expect(idsUnder(heading)).toEqual(ids)
    },
  )

  it('calls services as the catalogue does', () => {
    for (const service of SERVICES) {
      expect(glossary).toContain(`| \`${service}\` | ${SERVICE_DEFINITIONS[service].label.id} |`)
    }
  })
})
