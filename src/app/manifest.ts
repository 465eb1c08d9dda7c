import type { MetadataRoute } from 'next'

/** The installed app. It opens at one's own work, also without a network. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/ajukan',
    name: 'Satu Antrean: pencatatan sipil',
    short_name: 'Satu Antrean',
    description: 'Isi permohonan bersama warga, juga tanpa sinyal. Terkirim sendiri saat tersambung.',
    lang: 'id',
    dir: 'ltr',
    start_url: '/ajukan',
    scope: '/',
    display: 'standalone',
    orientation: 'any',
    background_color: '#f6f3ed',
    theme_color: '#0b5c67',
    categories: ['government', 'productivity'],
    icons: [
      { src: '/ikon/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/ikon/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/ikon/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
    shortcuts: [
      { name: 'Buat permohonan', short_name: 'Buat', url: '/ajukan' },
      { name: 'Menunggu kirim', short_name: 'Kirim', url: '/kotak-keluar' },
    ],
  }
}
