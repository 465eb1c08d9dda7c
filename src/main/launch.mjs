// `npm start`, `npm run dev`, `npm test` and the rest begin here, on whatever Node ≥ 20 the machine has and before
// anything is installed: so plain JavaScript, and Node's own modules only.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { endWith, replaceBy, runNode, watchedPid } from './launch/processes.mjs'
import { isStale, prepare } from './launch/prepare.mjs'
import { ROOT, refuse } from './launch/words.mjs'

const [command = 'start', ...rest] = process.argv.slice(2)
const SERVER = path.join(ROOT, 'src/main/server.ts')
const starter = watchedPid()
endWith(starter)
process.chdir(ROOT)
process.env.NEXT_TELEMETRY_DISABLED ??= '1'

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 20)
  refuse(`Perlu Node 20 atau lebih baru, ini ${process.versions.node}. / Node 20 or newer is needed.`)

switch (command) {
  case 'start': {
    await prepare(['install', 'generate'])
    // NODE_ENV is what Next wants; whether the data are real is SATU_MODE.
    const SATU_MODE = process.env.SATU_MODE ?? (process.env.NODE_ENV === 'production' ? 'production' : 'demo')
    const env = { SATU_MODE, NODE_ENV: 'production' }
    if (isStale('build')) {
      // The first start has two long works that need nothing of each other.
      const data = runNode([SERVER, '--only-data'], {
        ...env,
        SATU_STARTED_BY: starter ?? String(process.pid),
      })
      await Promise.all([data.then((code) => code === 0 || process.exit(code)), prepare(['build'])])
    }
    replaceBy([SERVER], { ...env, SATU_STARTED_BY: starter })
    break
  }
  case 'dev':
    await prepare(['install', 'generate'])
    replaceBy([SERVER], {
      SATU_MODE: 'demo',
      NODE_ENV: 'development',
      SATU_DEV: '1',
      SATU_STARTED_BY: starter,
    })
    break
  case 'build':
    await prepare(['install', 'generate', 'build'])
    break
  case 'generate':
    await prepare(['install', 'generate'])
    break
  case 'test':
    await prepare(['install', 'generate'])
    process.exitCode = await runNode([path.join(ROOT, 'tools/test.mjs'), ...rest])
    break
  case 'run': {
    const [script = '', ...words] = rest
    // `run bench/drill-*.ts kill` is bench/drill-kill.ts.
    const chosen = script.includes('*') ? script.replace('*', words.shift() ?? '') : script
    if (!existsSync(path.join(ROOT, chosen))) refuse(`${chosen} tidak ada. / does not exist.`)
    await prepare(['install', 'generate'])
    replaceBy([path.join(ROOT, chosen), ...words], {})
    break
  }
  default:
    refuse(`Perintah tidak dikenal: ${command}. / Unknown command: start, dev, build, generate, test, run.`)
}
