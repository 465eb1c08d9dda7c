// Who may import whom (docs/decisions). tools/import-directions.test.ts plants one violation per rule.
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

// The order inside the rules: a folder may use the ones to its left.
const DOMAIN_ORDER = ['shared', 'access', 'service', 'case', 'sla', 'intake', 'survey', 'kpi', 'planning']
const domainOrder = DOMAIN_ORDER.map((folder, index) =>
  forbid(
    `domain-order-${folder}`,
    'Inside the rules, imports go only to folders earlier in the order.',
    { path: `^src/domain/${folder}/`, pathNot: '\\.test\\.ts$' },
    { path: `^src/domain/(${DOMAIN_ORDER.slice(index + 1).join('|') || '-none-'})/` },
  ),
)

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'domain-pure',
      'Rules import only rules.',
      { path: '^src/domain/', pathNot: '\\.test\\.ts$' },
      { path: '^(src/(?!domain/)|prisma/|e2e/|bench/|node:)' },
    ),
    forbid(
      'domain-packages',
      'Of all packages, rules use zod/mini at most.',
      { path: '^src/domain/', pathNot: '\\.test\\.ts$|/testing/' },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/zod/(mini|v4)/',
      },
    ),
    ...domainOrder,
    forbid(
      'no-feature-to-feature',
      'A feature imports no other feature.',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    ),
    forbid(
      'feature-ui',
      'A feature screen uses rules, the kit, the browser shell and words.',
      { path: '^src/features/[^/]+/ui/', pathNot: '\\.test\\.tsx?$' },
      { path: '^src/(server|main|app)/|^src/features/[^/]+/server/' },
    ),
    forbid(
      'feature-server',
      'A feature server uses rules and the server shell.',
      { path: '^src/features/[^/]+/server/' },
      { path: '^src/(ui|client|main|app|i18n)/|^src/features/[^/]+/ui/' },
    ),
    forbid(
      'kit-knows-no-case',
      'The kit uses words and rule types only.',
      { path: '^src/ui/' },
      { path: '^src/(features|server|client|main|app)/' },
    ),
    forbid(
      'kit-domain-types',
      'The kit takes types of the rules, not the rules.',
      { path: '^src/ui/', pathNot: '\\.test\\.tsx?$' },
      { path: '^src/domain/', dependencyTypesNot: ['type-only'], pathNot: '^src/domain/shared/' },
    ),
    forbid(
      'client',
      'The browser shell uses rules, and the router by type only.',
      { path: '^src/client/' },
      { path: '^src/(features|server|ui|app)/' },
    ),
    forbid(
      'client-router-type',
      'The router is a type to the browser.',
      { path: '^src/client/' },
      { path: '^src/main/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'server',
      'The server shell uses rules only.',
      { path: '^src/server/' },
      { path: '^src/(features|ui|client|main|app|i18n)/' },
    ),
    forbid(
      'main-no-screens',
      'The wiring knows no screen.',
      { path: '^src/main/' },
      { path: '^src/(ui|client|app)/|^src/features/[^/]+/ui/' },
    ),
    forbid(
      'app',
      'A page composes screens; of the server it reads the session.',
      { path: '^src/app/', pathNot: '^src/app/api/' },
      { path: '^src/(main|features/[^/]+/server)/|^src/server/(?!auth/|page/)' },
    ),
    forbid(
      'i18n',
      'Words import nothing of ours but the rules.',
      { path: '^src/i18n/', pathNot: '\\.test\\.ts$' },
      { path: '^src/(features|server|client|main|app|ui)/' },
    ),
    forbid('no-circular', 'A circle has no first file to read.', {}, { circular: true }),
    forbid(
      'no-unresolved',
      'An import that leads nowhere.',
      { path: '^(src|prisma|bench|e2e)/' },
      { couldNotResolve: true },
    ),
    forbid(
      'no-outside',
      'The product stands alone.',
      { path: '^(src|prisma|bench|e2e)/' },
      { path: '^\\.\\./(?!.*node_modules)' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(src/server/db/generated/|\\.next/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
