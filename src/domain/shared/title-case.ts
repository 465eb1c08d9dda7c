/** `KABUPATEN MALUKU TENGAH` is not shouted; what is written in small letters stays as it is. */
export function titleCase(name: string): string {
  return name === name.toUpperCase()
    ? name.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())
    : name
}
