import { useEffect } from 'react'
import type { RulesParcel } from '#domain/sla/rules-parcel.ts'
import { unpackRules } from '#domain/sla/rules-parcel.ts'
import { knownRules, learnRules } from './time-rules.ts'

let drawn = false

/**
 * The rules that came with the page are known before anything of it is drawn, on the server as in the browser: the
 * first picture is right, and the second the same. A page that comes later only brings newer ones.
 */
export function usePageRules(parcel: RulesParcel): void {
  const { version } = parcel
  if (!drawn && knownRules() !== version) learnRules(unpackRules(parcel))
  useEffect(() => {
    drawn = true
    if (version > knownRules()) learnRules(unpackRules(parcel))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the version says whether they are others
  }, [version])
}
