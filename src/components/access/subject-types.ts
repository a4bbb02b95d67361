/**
 * What may stand at the other end of a relation besides resource types: the platform knows these by itself. A resource
 * type of such a name has actions alone: relationships could not tell it from the people who stand there.
 */
export const subjectTypes: ReadonlySet<string> = new Set(['user', 'tenant', 'service-account']);
