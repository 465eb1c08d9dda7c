import type { Metadata } from 'next'
import { PhonePage } from '../phone/phone-page.tsx'

export const metadata: Metadata = { title: 'Buat permohonan' }

export default function NewCasePage() {
  return <PhonePage first />
}
