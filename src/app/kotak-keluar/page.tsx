import type { Metadata } from 'next'
import { PhonePage } from '../phone/phone-page.tsx'

export const metadata: Metadata = { title: 'Menunggu kirim' }

export default function OutboxPage() {
  return <PhonePage />
}
