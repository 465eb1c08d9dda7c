'use client'
import { useEffect } from 'react'
import { FONTS_COOKIE } from './fonts-cookie.ts'
import { rememberChoice } from './remember-choice.ts'

/** A first screen that took longer came over a thin line: then what works without a network is fetched first. */
const THIN_LINE_MS = 6_000
const LONGEST_WAIT_MS = 60_000
const REST_MS = 1_200

/**
 * 61 KB of letters come after the first screen, not in its way: until then the device's own are shown. Once they are
 * here, every page has them at once.
 */
export function LateFonts() {
  useEffect(() => {
    const root = document.documentElement
    if ('huruf' in root.dataset) return
    const show = () => {
      root.dataset['huruf'] = ''
      rememberChoice(FONTS_COOKIE, '1')
    }
    const thin = performance.now() > THIN_LINE_MS
    const timer = setTimeout(show, thin ? LONGEST_WAIT_MS : REST_MS)
    if (thin) void navigator.serviceWorker?.ready.then(show)
    return () => clearTimeout(timer)
  }, [])
  return null
}
