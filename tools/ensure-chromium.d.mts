export function findChromium(wanted?: { readonly whole?: boolean }): string | undefined
export function ensureChromium(wanted?: { readonly whole?: boolean }): string | undefined
