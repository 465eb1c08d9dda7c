/** Keeps a choice of this browser for a year: language, theme. Nothing that anyone could misuse. */
export function rememberChoice(cookie: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `${cookie}=${value}; path=/; max-age=31536000; samesite=lax${secure}`
}
