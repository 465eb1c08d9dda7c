/** What a page tells the worker. `SKIP_WAITING` is Serwist's own word: the waiting version begins. */
export type ToWorker =
  | { readonly type: 'SKIP_WAITING' }
  /** Whether this device opens a petugas negeri's screens by itself, or asks the server first. */
  | { readonly type: 'ROOM'; readonly phone: boolean }
  /** A page has begun: files that no open tab needs may go. */
  | { readonly type: 'TIDY' }
