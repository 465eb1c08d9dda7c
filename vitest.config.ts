import { defineConfig } from 'vitest/config'

// Two suites: rules (pure, seconds) and database (real PostgreSQL, one server for the whole run).
export default defineConfig({
  test: {
    maxWorkers: 3, // on two cores too: most database tests wait for something
    projects: [
      {
        test: {
          name: 'rules',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'prisma/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'node_modules/**'],
          environment: 'node',
          pool: 'threads',
          isolate: false,
          testTimeout: 30_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        test: {
          name: 'database',
          include: ['src/**/*.db.test.ts', 'prisma/**/*.db.test.ts'],
          environment: 'node',
          pool: 'forks',
          globalSetup: ['src/server/db/test-postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
