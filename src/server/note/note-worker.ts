import { parentPort } from 'node:worker_threads'
import { DocShelf } from './doc-shelf.ts'
import { serveShelf } from './serve-shelf.ts'

serveShelf(parentPort, new DocShelf())
