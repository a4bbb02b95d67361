/*
 * OpenFeature's interfaces, as far as a provider needs them and in its words. They are written here once more so that
 * this folder needs no package; that they are the same is proven where the package is at hand, in tests.
 */

export type JsonValue = null | boolean | number | string | JsonValue[] | { [name: string]: JsonValue };

/** Texts, numbers, booleans, dates, lists and objects of them. */
export interface OpenFeatureContext {
  readonly targetingKey?: string;
  readonly [attribute: string]: unknown;
}

/** Values are OpenFeature's error codes, which its packages have as enumerations of these texts. */
export interface Resolution<T, Code> {
  value: T;
  variant?: string;
  reason?: string;
  errorCode?: Code;
  errorMessage?: string;
  flagMetadata?: { [name: string]: string | number | boolean };
}

export interface EventContext {
  readonly message?: string;
  readonly flagsChanged?: string[];
  readonly [more: string]: unknown;
}

export interface EventDetails extends EventContext {
  readonly providerName: string;
}

export type EventHandler = (details?: EventDetails) => unknown;
