import type { Metadata } from 'next'
import { PhonePage } from '../../phone/phone-page.tsx'

export const metadata: Metadata = { title: 'Isi permohonan' }

export default function IntakePage() {
  return <PhonePage />
}
