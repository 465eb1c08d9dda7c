import { useEffect, useState } from 'react'
import type { VisitCase } from '#domain/intake/visit/visit.ts'
import type { Text } from '#domain/shared/text.ts'
import { useText } from '#i18n/messages-provider.tsx'
import { loadKind } from '../service-kinds.ts'

/** Names of kinds in words; the rules that hold them are fetched when the first is asked for. */
export function useKindLabel(cases: readonly VisitCase[]): (one: VisitCase) => string {
  const text = useText()
  const [labels, setLabels] = useState<ReadonlyMap<string, Text>>(new Map())
  const wanted = [...new Set(cases.map((one) => `${one.service}/${one.kind}`))].toSorted().join()
  useEffect(() => {
    let gone = false
    void Promise.all(
      cases.map(async (one) => [one.kind, (await loadKind(one.service, one.kind)).label] as const),
    ).then(
      (found) => gone || setLabels(new Map(found)),
      () => undefined,
    )
    return () => {
      gone = true
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the kinds are named by `wanted`
  }, [wanted])
  return (one) => {
    const label = labels.get(one.kind)
    return label === undefined ? one.kind : text(label)
  }
}
