import { chmod, chown, copyFile, mkdir, open, readdir } from 'node:fs/promises'
import path from 'node:path'

export type CopyOptions = {
  /** Path within the folder, with `/`. False: left out, with all that lies in it. */
  readonly takes?: (relative: string) => boolean
  readonly owner?: { readonly uid: number; readonly gid: number } | undefined
}

/**
 * Copies a folder that may be in use, durably: each file is on the disk when this resolves. What vanishes on the way was
 * not needed any more. Everything is readable by its owner only.
 */
export async function copyFolder(
  from: string,
  to: string,
  { takes = () => true, owner }: CopyOptions = {},
): Promise<number> {
  let bytes = 0
  async function folder(relative: string): Promise<void> {
    const target = path.join(to, relative)
    await mkdir(target, { recursive: true })
    await settle(target, 0o700)
    for (const one of await readdir(path.join(from, relative), { withFileTypes: true })) {
      const inner = relative === '' ? one.name : `${relative}/${one.name}`
      if (one.isDirectory()) await folderOrEmpty(inner)
      else if (one.isFile() && takes(inner)) await file(inner)
    }
  }
  /** A folder that is left out stays as an empty one: PostgreSQL wants it to be there. */
  async function folderOrEmpty(relative: string): Promise<void> {
    if (takes(relative)) return folder(relative)
    await mkdir(path.join(to, relative), { recursive: true })
    await settle(path.join(to, relative), 0o700)
  }
  async function file(relative: string): Promise<void> {
    const target = path.join(to, relative)
    try {
      await copyFile(path.join(from, relative), target)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
      throw error
    }
    await settle(target, 0o600)
    const handle = await open(target, 'r+')
    try {
      await handle.sync()
      bytes += (await handle.stat()).size
    } finally {
      await handle.close()
    }
  }
  async function settle(target: string, mode: number): Promise<void> {
    await chmod(target, mode)
    if (owner) await chown(target, owner.uid, owner.gid)
  }
  await folder('')
  return bytes
}
