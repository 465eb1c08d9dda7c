import { parentPort } from 'node:worker_threads'

// A thread that takes every question and never comes to an answer: a machine that gasps.
const port = parentPort
port?.on('message', () => undefined)
port?.postMessage('ready')
