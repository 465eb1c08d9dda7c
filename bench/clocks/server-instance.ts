import pino from 'pino'
import { keepClocks } from '#server/sla/keep-clocks.ts'
import { openRigShell } from '../rig.ts'

/** One instance of the clocks in a process of its own, that may be killed at any moment. Says `ready` once. */
const [url = '', keys = ''] = process.argv.slice(2)
const { shell } = openRigShell(url, 8, JSON.parse(keys) as never)
await keepClocks({ ...shell, log: pino({ level: 'silent' }) })
process.send?.('ready')
