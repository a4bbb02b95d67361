/** PostgreSQL's five-character code of an error (`23505`: unique violation), looked for through its causes, since drizzle wraps them. */
export function sqlState(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code;
  }
  return undefined;
}

/** The state of a statement that the role may not make. */
export const insufficientPrivilege = '42501';

/** The constraint a statement violated, as named in the schema. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('constraint' in at && typeof at.constraint === 'string') return at.constraint;
  }
  return undefined;
}
