/** 0 is fine or nothing to change. A contract with scripts: see the README. */
export const exitCodes = { error: 1, changes: 2, denied: 2, refused: 3 } as const;

const refusals: ReadonlySet<unknown> = new Set(['changes/guardrail-refused', 'changes/approval-required']);

export function exitCodeOf(error: Error): number {
  return 'code' in error && refusals.has(error.code) ? exitCodes.refused : exitCodes.error;
}
