/**
 * The answer of a rule: what happened, or why it may not happen.
 * A refusal is a value with a `why`; it is never thrown.
 */
export type Decision<Event, Refusal> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal }

/** The command makes sense; these events follow. */
export function accept<Event>(...events: readonly Event[]): {
  readonly ok: true
  readonly events: readonly Event[]
} {
  return { ok: true, events }
}

/** The command makes no sense now; the value says why. */
export function refuse<Refusal>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}
