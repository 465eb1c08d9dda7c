/**
 * SHA-256 of a file, in hex. Browsers give `crypto.subtle` only to https and localhost; an office in its own LAN has
 * neither, and there the sum is made here.
 */
export async function sha256Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const subtle = (crypto as { subtle?: SubtleCrypto }).subtle
  const sum = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes)
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** FIPS 180-4, over whole bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const [constants, state] = primes()
  const length = bytes.length
  const padded = new Uint8Array(((length + 72) >> 6) << 6)
  padded.set(bytes)
  padded[length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(length / 0x2000_0000))
  view.setUint32(padded.length - 4, (length << 3) >>> 0)
  const w = new Uint32Array(64)
  const at = (index: number) => w[index] ?? 0
  const turn = (x: number, n: number) => (x >>> n) | (x << (32 - n))
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i += 1) w[i] = view.getUint32(block + i * 4)
    for (let i = 16; i < 64; i += 1) {
      const s0 = turn(at(i - 15), 7) ^ turn(at(i - 15), 18) ^ (at(i - 15) >>> 3)
      const s1 = turn(at(i - 2), 17) ^ turn(at(i - 2), 19) ^ (at(i - 2) >>> 10)
      w[i] = at(i - 16) + s0 + at(i - 7) + s1
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let i = 0; i < 64; i += 1) {
      const t1 =
        (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + at(i)) |
        0
      const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
    }
    ;[a, b, c, d, e, f, g, h].forEach((value, i) => {
      state[i] = (state[i] ?? 0) + value
    })
  }
  const sum = new DataView(new ArrayBuffer(32))
  state.forEach((word, i) => sum.setUint32(i * 4, word))
  return new Uint8Array(sum.buffer)
}

/** The first bits behind the point of the cube roots and square roots of the first primes. */
function primes(): readonly [Uint32Array, Uint32Array] {
  const found: number[] = []
  for (let n = 2; found.length < 64; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n)
  const bits = (root: number) => ((root - Math.floor(root)) * 0x1_0000_0000) >>> 0
  return [
    Uint32Array.from(found, (prime) => bits(Math.cbrt(prime))),
    Uint32Array.from(found.slice(0, 8), (prime) => bits(Math.sqrt(prime))),
  ]
}
