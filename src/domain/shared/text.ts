/** A word of the trade in both languages of the product. Indonesian is the source. */
export type Text = { readonly id: string; readonly en: string }

/** Trimmed, inner blanks collapsed: how free text is kept. */
export function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
