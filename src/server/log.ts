import pino from 'pino'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'

/** Names under which secrets or a person's data travel; whatever lies there is not written. */
const NEVER = [
  'password',
  'passwordHash',
  'token',
  'cookie',
  'authorization',
  'secret',
  'keys',
  'totpSecret',
  'code',
  'nik',
  'noKk',
  'answers',
  'applicant',
  'name',
  'phone',
  'email',
  'birthDate',
  'sealed',
  'input',
  'body',
]

/**
 * The log of the server: JSON lines for a collector. Ids and counts only. Three walls keep personal data out: known
 * names are cut, errors are reduced to what we wrote ourselves, and any long number left in the line is masked.
 */
export function openLog(
  level: string,
  destination: pino.DestinationStream = pino.destination({ dest: 1, sync: true }),
): pino.Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: NEVER.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
      serializers: { err: plainError, error: plainError },
      hooks: {
        streamWrite: maskLongNumbers,
        // Without words of its own a line would get the error's message as it is.
        logMethod([first, ...rest], method) {
          const said = rest.length > 0 ? rest : ['error']
          if (first instanceof Error)
            return method.apply(this, [{ err: first }, ...said] as unknown as Parameters<typeof method>)
          const bare = typeof first === 'object' && first !== null && 'err' in first
          return method.apply(this, [first, ...(bare ? said : rest)] as unknown as Parameters<typeof method>)
        },
      },
    },
    destination,
  )
}

/**
 * Of an error: kind, code, message without quoted values, and where. PostgreSQL's `detail` and Prisma's copies of the
 * query carry values from rows, so no other property is taken over.
 */
export function plainError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { reason: code } : {}),
    message: withoutValues(error.message),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause instanceof Error && depth < 3 ? { cause: plainError(error.cause, depth + 1) } : {}),
  }
}

/** PostgreSQL quotes the names of tables and columns in "…" and a person's input too: only plain identifiers stay. */
function withoutValues(message: string): string {
  return message
    .slice(0, 600)
    .replace(/"([^"]*)"/g, (all, inner: string) => (/^[a-z][a-zA-Z0-9_.]{0,62}$/.test(inner) ? all : '"…"'))
    .replace(/'([^']*)'/g, (all, inner: string) => (/^[a-zA-Z][\w.:/@-]{0,62}$/.test(inner) ? all : "'…'"))
}
