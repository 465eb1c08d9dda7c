import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { DocShelf } from '../doc-shelf.ts'
import { serveShelf } from '../serve-shelf.ts'

// As the worker of notes, but it reads the second format: the one in which a few bytes keep a reader busy for ever.
serveShelf(parentPort, new DocShelf(Y.applyUpdateV2))
