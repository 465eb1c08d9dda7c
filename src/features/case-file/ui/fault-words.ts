/** What a person reads when the server failed or did not answer: its own words with the number to quote, or ours. */
export function faultWords(caught: unknown, otherwise: string): string {
  const told =
    caught instanceof Error && 'data' in caught && caught.data !== null && caught.data !== undefined
  return told ? (caught as Error).message : otherwise
}
