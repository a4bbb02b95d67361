/** Commands that are bundled apart, by their ids: the bundle, and the name of the class in it. */
export const apart: { readonly [id: string]: { readonly bundle: Bundle; readonly name: string } };

/** Gives V8 the settings under which the compiled form of a bundle holds. */
export const tuneFor: { readonly [bundle in Bundle]: () => void };

export type Bundle = 'validate' | 'plan' | 'generate';

/** Where the build leaves V8's compiled form of a bundle, for this Node on this processor. */
export function cacheFile(file: string): string;

/** What a bundle is given as `module`. */
export function moduleOf(filename: string): {
  readonly exports: { [name: string]: unknown };
  readonly filename: string;
  readonly path: string;
  readonly url: string;
};
