'use client'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import { ClockBand } from './clock-band.tsx'
import { OutageBand } from './outage-band.tsx'
import './outage-band.css'

/** What stands still in this house just now, for whom it concerns: at the foot, where it pushes nothing. */
export function FootBands({ me }: { readonly me: Pick<Actor, 'areas'> & { readonly role: Role } }) {
  return (
    <div className="foot-bands">
      {me.role === 'CITIZEN' ? null : <ClockBand />}
      <OutageBand me={me} />
    </div>
  )
}
