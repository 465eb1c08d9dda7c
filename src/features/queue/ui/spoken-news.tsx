import type { QueueModel } from './queue-model.ts'
import { useFlashNews } from './use-flash-news.ts'

/** For ears only: what changed in the list. */
export function SpokenNews({ model, version }: { readonly model: QueueModel; readonly version: number }) {
  return (
    <p className="vh" aria-live="polite">
      {useFlashNews(model, version)}
    </p>
  )
}
