import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:net'

/** The plainest proxy before several servers: each new connection goes to the next of them. */
export async function openTurnProxy(
  ports: readonly number[],
): Promise<{ readonly port: number; close(): void }> {
  const ends = new Set<{ destroy(): void }>()
  let turn = 0
  const proxy = createServer((near) => {
    const far = connect(ports[turn % ports.length] ?? 0, '127.0.0.1')
    turn += 1
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        ends.delete(one)
        other.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    port: (proxy.address() as AddressInfo).port,
    close() {
      for (const end of ends) end.destroy()
      proxy.close()
    },
  }
}
