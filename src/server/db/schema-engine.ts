import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * SQL that turns a database into what prisma/schema.prisma says: Prisma's own engine, as WebAssembly, because the CLI's
 * would have to be downloaded. For writing migrations and for the test that none is missing; the server never loads it.
 */
export async function sqlToReachSchema(databaseUrl: string, schemaPath: string): Promise<string> {
  const wasm = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace('schema_engine.js', 'schema_engine_bg.wasm')
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), {
    './schema_engine_bg.js': bindings,
  })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports['__wbindgen_start'] as () => void)()

  const content = readFileSync(schemaPath, 'utf8')
  const pool = catalogPool(databaseUrl)
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogAdapter(pool))
  const engine = await bindings.SchemaEngine.new({ datamodels: [[schemaPath, content]] }, () => {}, adapter)
  const { stdout } = await engine.diff({
    from: {
      tag: 'schemaDatasource',
      files: [{ path: schemaPath, content }],
      configDir: path.dirname(schemaPath),
    },
    to: { tag: 'schemaDatamodel', files: [{ path: schemaPath, content }] },
    script: true,
    exitCode: null,
    filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
  })
  await pool.end()
  return stdout ?? ''
}

const INTERNAL_CHAR = 18
const MONEY = 790

/**
 * PostgreSQL's catalogue has columns of its internal type "char", which Prisma's adapter refuses to read and Prisma's
 * engine wants as a character. They travel as money, a type no catalogue uses, and get their name back at the end.
 */
class CatalogAdapter extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const answer = await queryRaw(query)
      const columnTypes = answer.columnTypes.map((type) =>
        type === ColumnTypeEnum.Numeric ? ColumnTypeEnum.Character : type,
      )
      return { ...answer, columnTypes }
    }
    return adapter
  }
}

function catalogPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const query = pool.query.bind(pool) as (...args: readonly unknown[]) => Promise<pg.QueryResult>
  const relabelled = async (...args: readonly unknown[]) => {
    const result = await query(...args)
    for (const field of result.fields) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = MONEY
    return result
  }
  return Object.assign(pool, { query: relabelled })
}
