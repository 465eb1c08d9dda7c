/** The edition of this table: a verdict says which one judged it. */
export const JUDGE = 1

type Limit = { readonly value: number; readonly unit: string; readonly means: string }

/**
 * Every number that decides. Lengths are in pixels of the photo as it is judged (long edge at most `LONG_EDGE`),
 * brightness in grey levels of 255. They were set on one seed of the labelled set and tried on another that was
 * never looked at meanwhile (docs/decisions, docs/measurements.md).
 */
// A table is read by its rows.
// oxfmt-ignore
export const LIMIT = {
  darkPaper: { value: 50, unit: 'levels', means: 'the paper itself is darker than this' },
  faintInk: { value: 34, unit: 'levels', means: 'ink and paper are no further apart than this' },
  noisyInk: { value: 4.2, unit: '× noise', means: 'ink stands out from the grain by less than this' },
  glareBlocks: { value: 0.011, unit: 'of the written part', means: 'white without any grain where writing is all around' },
  softStroke: { value: 0.0715, unit: 'of the type size', means: 'half-width of a stroke; at a tenth, strokes and gaps of one letter are one grey' },
  fewLetters: { value: 50, unit: 'letters', means: 'fewer, and `resolved` as well: ink that does not fall into letters' },
  resolved: { value: 0.5, unit: 'of the inked field', means: 'pieces of a letter’s size' },
  inLines: { value: 0.7, unit: 'of the letters', means: 'fewer have their neighbour in one direction: specks of lost letters, not lines' },
  smallType: { value: 10.6, unit: 'px', means: 'type size (em): below 10 a stroke is thinner than a pixel' },
  cutText: { value: 3, unit: 'blocks', means: 'blocks with writing that touch an edge of the photo over which the paper goes' },
  cutSide: { value: 0.09, unit: 'of the long side', means: 'missing of the paper’s known shape' },
  turnedPairs: { value: 1.7, unit: 'standard deviations', means: 'neighbouring letters level at their tops instead of their feet' },
  tilt: { value: 11, unit: 'degrees', means: 'lines of writing against the edge of the photo' },
} as const satisfies Record<string, Limit>

/** A photo is judged, and sent, no longer than this. */
export const LONG_EDGE = 2000
