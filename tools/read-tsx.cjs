// The import reader parses every file as plain TypeScript and fails on JSX. A file that does not parse so is read as
// TSX; the order matters, because a generic arrow function in a .ts file is no TSX.
const swc = require('@swc/core')

for (const name of ['parseSync', 'parseFileSync']) {
  const parse = swc[name]
  swc[name] = (source, options) => {
    try {
      return parse(source, options)
    } catch {
      return parse(source, { ...options, tsx: true })
    }
  }
}
