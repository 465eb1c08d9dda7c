import { defineConfig } from 'vitest/config'

// Three suites: rules (pure, seconds), database (real PostgreSQL, one server for the whole run), and sets: hundreds of
// photos and of cases that the rules judge, which takes as long as all rules together.
export default defineConfig({
  test: {
    maxWorkers: 3, // on two cores too: most database tests wait for something
    projects: [
      {
        test: {
          name: 'rules',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'prisma/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/*.set.test.ts', 'node_modules/**'],
          environment: 'node',
          pool: 'threads',
          isolate: false,
          testTimeout: 30_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        test: {
          name: 'sets',
          include: ['src/**/*.set.test.ts', 'prisma/**/*.set.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['src/**/*.db.test.ts', 'prisma/**/*.db.test.ts'],
          environment: 'node',
          pool: 'forks',
          isolate: false, // each file has a database of its own; loading the house anew for each took a third of the time
          globalSetup: ['src/server/db/test-postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
