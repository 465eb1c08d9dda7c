import { join } from 'node:path'
import type { Shell } from '#server/shell.ts'
import type { BlobStore } from './blob-store.ts'
import { createBlobStore } from './blob-store.ts'
import type { Decoder } from './decoder.ts'
import { createDecoder } from './decoder.ts'

/** What the files need of the shell; the seed has no more. */
export type FilesShell = Pick<Shell, 'config' | 'prisma' | 'pool' | 'sealer' | 'clock' | 'log'>

type Files = { readonly blobs: BlobStore; readonly partsDirectory: string; readonly decoder: Decoder }

const opened = new WeakMap<FilesShell['prisma'], Files>()

/** The store and the decoder of this process: one of each, made when first asked for. */
export function filesOf(shell: FilesShell): Files {
  const known = opened.get(shell.prisma)
  if (known !== undefined) return known
  const directory = join(shell.config.dataDir, 'files')
  const files = {
    blobs: createBlobStore(join(directory, 'blobs'), shell.sealer),
    partsDirectory: join(directory, 'parts'),
    decoder: createDecoder(),
  }
  opened.set(shell.prisma, files)
  return files
}

/** Ends the decoder's process; for the graceful stop and for tests. */
export function closeFiles(shell: FilesShell): void {
  opened.get(shell.prisma)?.decoder.close()
}
