import { currentConnection, onConnection } from '#client/live/live.ts'

/** Tells the version of a case whenever the Dinas has news of it, from the moment on at which there is a connection. */
export function onCaseNews(caseId: string, heard: (version: number) => void): () => void {
  let offNews: (() => void) | undefined
  const listen = () => {
    const connection = currentConnection()
    offNews?.()
    offNews = connection?.onNews((queue) => {
      const known = connection.replicas.get(queue)?.items.get(caseId)?.row.version
      if (known !== undefined) heard(known)
    })
  }
  const offConnection = onConnection(listen)
  listen()
  return () => {
    offNews?.()
    offConnection()
  }
}
