import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { AppRouter } from '#main/router.ts'

/** The one client of the API, typed by the router. Calls of one moment travel together, at most ten. */
export const api = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/api/trpc', maxItems: 10 })],
})
