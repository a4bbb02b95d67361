import { default as UnleashClient } from 'unleash-client/lib/client.js';
import { defaultStrategies } from 'unleash-client/lib/strategy/index.js';

/** What of the product answers from an export, without a server. */
export interface UnleashAnswers {
  isEnabled(name: string, context: object, fallback: () => boolean): boolean;
  getVariant(
    name: string,
    context: object,
  ): {
    readonly name: string;
    readonly enabled: boolean;
    readonly feature_enabled?: boolean;
    readonly payload?: unknown;
  };
}

interface Export {
  readonly features: readonly { readonly name: string }[];
  readonly segments?: readonly { readonly id: number }[];
}

/** Its own client over its own strategies; only where the features come from is ours. */
export function unleashOf({ features, segments = [] }: Export): UnleashAnswers {
  // As it keeps them itself: the last of a name, and of a number.
  const byName = new Map(features.map((feature) => [feature.name, feature]));
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const repository = {
    getToggle: (name: string) => byName.get(name),
    getSegment: (id: number) => byId.get(id),
    getToggles: () => features,
  };
  const Client = UnleashClient as unknown as new (source: object, strategies: object) => UnleashAnswers;
  return new Client(repository, defaultStrategies);
}

export interface UnleashContext {
  readonly userId?: string;
  readonly properties?: { readonly [name: string]: unknown };
  readonly [field: string]: unknown;
}

/** The same user here: fields and properties are attributes, the id of the user is the key. */
export function userOf({ properties = {}, userId, ...fields }: UnleashContext): object {
  return { ...properties, ...fields, ...(userId === undefined ? {} : { key: userId }) };
}
