import { lazyPart } from '#client/lazy-part.ts'

// The first screen is a question. What comes after it is fetched while the person answers, so that it is here when
// the signal is not.
const papers = () => import('./papers-page.tsx')
const review = () => import('./review-page.tsx')
const repair = () => import('./repair-page.tsx')
const done = () => import('./done-screen.tsx')
const refusal = () => import('./refusal-note.tsx')
const conflicts = () => import('./conflicts.tsx')
const family = () => import('./family/family-block.tsx')

export const PapersPage = lazyPart(async () => ({ default: (await papers()).PapersPage }))
export const ReviewPage = lazyPart(async () => ({ default: (await review()).ReviewPage }))
export const RepairPage = lazyPart(async () => ({ default: (await repair()).RepairPage }))
export const DoneScreen = lazyPart(async () => ({ default: (await done()).DoneScreen }))
export const RefusalNote = lazyPart(async () => ({ default: (await refusal()).RefusalNote }))
export const RefusedCase = lazyPart(async () => ({
  default: (await import('./refused-case.tsx')).RefusedCase,
}))
export const FamilyBlock = lazyPart(async () => ({ default: (await family()).FamilyBlock }))
export const FamilyNext = lazyPart(async () => ({
  default: (await import('./family/family-next.tsx')).FamilyNext,
}))
export const Conflicts = lazyPart(async () => ({ default: (await conflicts()).Conflicts }))

const camera = () => import('./photo/camera-screen.tsx')
const check = () => import('./photo/pick-check.tsx')
const desk = async () => (await import('./photo/photo-desk.ts')).readyPhotoDesk()

/** Fetches them all; also what judges photos, and what sends them. */
export async function fetchLaterPages(): Promise<void> {
  await Promise.allSettled([
    papers(),
    review(),
    repair(),
    done(),
    refusal(),
    conflicts(),
    family(),
    camera(),
    check(),
    desk(),
    import('tus-js-client'),
  ])
}
