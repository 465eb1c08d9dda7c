export type DeviceRoom = {
  readonly usedBytes: number
  readonly quotaBytes: number
  /** The browser promised not to clear it away by itself. */
  readonly persistent: boolean
}

/** Asks the browser to keep what lies here; it may say no, and then says so. */
export async function askToKeep(): Promise<boolean> {
  const storage = (globalThis.navigator as { storage?: StorageManager }).storage
  if (storage?.persist === undefined) return false
  return (await storage.persisted()) || storage.persist()
}

/** Undefined where the browser does not tell. */
export async function deviceRoom(): Promise<DeviceRoom | undefined> {
  const storage = (globalThis.navigator as { storage?: StorageManager }).storage
  if (storage?.estimate === undefined) return undefined
  const [{ usage = 0, quota = 0 }, persistent] = await Promise.all([storage.estimate(), storage.persisted()])
  return { usedBytes: usage, quotaBytes: quota, persistent }
}
