/** The cookie that remembers light or dark; absent means as the device says. */
export const THEME_COOKIE = 'tema'
export type Theme = 'light' | 'dark' | 'system'

export function themeFrom(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}
