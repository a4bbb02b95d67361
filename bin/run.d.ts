/** Commands that are bundled apart, and the names of their classes. */
export const apart: { readonly validate: 'Validate'; readonly plan: 'Plan' };

/** Where the build leaves V8's compiled form of a bundle, for this Node on this processor. */
export function cacheFile(file: string): string;

/** Gives V8 the settings under which that form holds. */
export function tuneForOneRun(): void;
