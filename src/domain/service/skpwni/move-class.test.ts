import { describe, expect, it } from 'vitest'
import { moveClass, moveClassWords } from './move-class.ts'

describe('the class of a move', () => {
  it.each([
    ['the same negeri', '81.01.12.2001', 1],
    ['another negeri of the kecamatan', '81.01.12.2002', 2],
    ['another kecamatan', '81.01.13.2001', 3],
    ['another kabupaten of Maluku', '81.71', 4],
    ['another province', '31.72', 5],
  ])('%s', (_name, destination, expected) => {
    expect(moveClass('81.01.12.2001', destination)).toBe(expected)
  })

  it('says whether an SKPWNI is needed', () => {
    expect(moveClassWords('81.01.12.2001', '81.01.13.2001').id).toBe(
      'Pindah antar kecamatan. Tidak perlu SKPWNI. Yang terbit KK baru.',
    )
    expect(moveClassWords('81.01.12.2001', '81.71').id).toContain('Yang terbit SKPWNI.')
  })
})
