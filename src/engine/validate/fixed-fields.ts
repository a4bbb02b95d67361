/** What makes the resource this resource, and what speaks about all environments at once: no overlay has it. */
export const fixedFields: ReadonlySet<string> = new Set(['kind', 'key', 'movedFrom', 'environments', 'unmanaged']);
