import type { DeviceStore } from '#client/device/device-store.ts'

const KEPT_MS = 7 * 24 * 3_600_000
const MOST = 40

/** What is over is told for a week, and of the last forty: the case itself says the rest. */
export async function forgetSent(store: DeviceStore, now: number): Promise<void> {
  const sent = (await store.all('sent')).toSorted((a, b) => b.at - a.at)
  const old = sent.filter((one, index) => index >= MOST || now - one.at > KEPT_MS)
  await store.write(old.map((one) => ({ drop: 'sent', id: one.id })))
}
