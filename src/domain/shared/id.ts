import * as z from 'zod/mini'

/** An id made by whoever creates the thing (the browser for a case or a command), so that a retry is the same thing. */
export const Uuid = z.uuid()
export type Uuid = z.infer<typeof Uuid>
