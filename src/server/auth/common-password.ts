let known: Promise<ReadonlySet<string>> | undefined

/** The 49,000 most used passwords of public leaks; loaded with the first change of a password. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  )
  return known
}

/** Is it among them, as typed or with a number or two behind? */
export async function isCommonPassword(password: string): Promise<boolean> {
  const common = await commonPasswords()
  const lower = password.toLowerCase()
  return common.has(lower) || common.has(lower.replace(/[\d!.?@#*]{1,4}$/, ''))
}
