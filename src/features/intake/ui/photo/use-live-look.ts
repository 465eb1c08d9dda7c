import type { RefObject } from 'react'
import { useEffect, useState } from 'react'
import { lookAt } from './photo-desk.ts'
import type { LiveLook } from './photo-words.ts'

/** A slow phone rests between two looks for as long as one took, and at least so long. */
const REST_MS = 450

/** How the camera stands, again and again while it runs; one frame is looked at at a time. */
export function useLiveLook(
  video: RefObject<HTMLVideoElement | null>,
  running: boolean,
): LiveLook | undefined {
  const [look, setLook] = useState<LiveLook>()
  useEffect(() => {
    if (!running) return
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    async function again(): Promise<void> {
      const shown = video.current
      if (shown && shown.videoWidth > 0 && document.visibilityState === 'visible') {
        const frame = await createImageBitmap(shown).catch(() => undefined)
        const next = frame && (await lookAt(frame).catch(() => undefined))
        if (gone) return
        if (next) setLook(next)
        timer = setTimeout(() => void again(), Math.max(REST_MS, next?.tookMs ?? 0))
      } else timer = setTimeout(() => void again(), REST_MS)
    }
    void again()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [video, running])
  return look
}
