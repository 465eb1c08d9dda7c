export function cruise(
  cwd: string,
  folders: readonly string[],
): { modules: Set<string>; violations: { rule: string; from: string; to: string }[] }
