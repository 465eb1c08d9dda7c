import { Client } from 'pg'
import { verifyAudit } from '#server/audit/verify.ts'
import { headsFile, readSignedHeads } from '#server/audit/signed-heads.ts'
import { ConfigError, readConfig } from '#server/config.ts'
import { readKeys } from '#server/seal/keys.ts'
import { openDatabase } from './open-database.ts'

/** `npm run audit:verify`: exit 0 when every chain is whole, 1 when one is not, 78 when it could not be read. */
async function main(): Promise<number> {
  const config = readConfig(process.env)
  const keys = readKeys(config.dataDir, config.keys)
  const database = await openDatabase(config, () => {})
  const client = new Client({ connectionString: database.url })
  try {
    await client.connect()
    const signed = readSignedHeads(headsFile(config.dataDir)) // before the moment that is looked at
    // One moment for all: what is written meanwhile belongs to the next run.
    await client.query('begin transaction isolation level repeatable read, read only')
    const report = await verifyAudit(client, signed, keys.audit)
    process.stdout.write(
      `${report.chains} rantai, ${report.entries} catatan, ${report.events} kejadian diperiksa; ${signed.length} tanda tangan.\n`,
    )
    for (const { chain, index, what } of report.findings)
      process.stdout.write(`RUSAK / BROKEN  ${chain}  #${index}: ${what}\n`)
    if (report.findings.length === 0) process.stdout.write('Utuh. / Unbroken.\n')
    return report.findings.length === 0 ? 0 : 1
  } finally {
    await client.end()
    if (!database.adopted) await database.stop()
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(error instanceof ConfigError ? 78 : 70)
  },
)
