import type { RefObject } from 'react'
import { useEffect, useState } from 'react'

export type CameraState =
  | { readonly state: 'starting' }
  | { readonly state: 'none'; readonly why: 'denied' | 'missing' }
  | {
      readonly state: 'on'
      readonly torch: boolean
      readonly setTorch: (on: boolean) => void
      readonly lit: boolean
    }

type Lamp = { readonly torch?: boolean }

/** As sharp as the phone gives, at the back. */
const WISH = { facingMode: { ideal: 'environment' }, width: { ideal: 2560 }, height: { ideal: 1920 } }

/** The running camera in a video element; stopped, and its light out, as soon as the screen is left. */
export function useCamera(video: RefObject<HTMLVideoElement | null>): CameraState {
  const [stream, setStream] = useState<MediaStream>()
  const [why, setWhy] = useState<'denied' | 'missing'>()
  const [lit, setLit] = useState(false)
  useEffect(() => {
    let gone = false
    let running: MediaStream | undefined
    async function start(): Promise<void> {
      if (!hasCamera()) return setWhy('missing')
      try {
        running = await navigator.mediaDevices.getUserMedia({ video: WISH, audio: false })
      } catch (error) {
        const refused = error instanceof DOMException && error.name === 'NotAllowedError'
        if (!gone) setWhy(refused ? 'denied' : 'missing')
        return
      }
      if (gone) return stop(running)
      if (video.current) {
        video.current.srcObject = running
        await video.current.play().catch(() => undefined)
      }
      setStream(running)
    }
    void start()
    return () => {
      gone = true
      stop(running)
    }
  }, [video])
  if (why !== undefined) return { state: 'none', why }
  const track = stream?.getVideoTracks()[0]
  if (track === undefined) return { state: 'starting' }
  const torch = (track.getCapabilities?.() as Lamp | undefined)?.torch === true
  const setTorch = (on: boolean) => {
    void track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }).then(
      () => setLit(on),
      () => undefined,
    )
  }
  return { state: 'on', torch, setTorch, lit }
}

/** Only a page from a safe address is given one. */
export function hasCamera(): boolean {
  return typeof navigator !== 'undefined' && typeof navigator.mediaDevices?.getUserMedia === 'function'
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

const STILL_MS = 3_000
const FINE_ENOUGH = 1_900

/** What is before the lens now: a still of the whole sensor when the running picture is coarse, else one frame of it. */
export async function takeShot(video: HTMLVideoElement): Promise<Blob | undefined> {
  const [track] = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks() : []
  if (track && 'ImageCapture' in window && Math.max(video.videoWidth, video.videoHeight) < FINE_ENOUGH) {
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), STILL_MS))
    const still = new ImageCapture(track).takePhoto().catch(() => undefined)
    const taken = await Promise.race([still, late])
    if (taken && taken.size > 0) return taken
  }
  if (video.videoWidth === 0) return undefined
  const canvas = Object.assign(document.createElement('canvas'), {
    width: video.videoWidth,
    height: video.videoHeight,
  })
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95))
  canvas.width = 0
  return blob ?? undefined
}
