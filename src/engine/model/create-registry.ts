import type { Model } from './model.ts';
import type { CompiledValidator, KindDefinition, KindPolicy, KindRegistry } from './registry.ts';

/** One owner's kinds: models with their validators, and what the owner adds to them. */
export interface RegistryPart {
  readonly models: readonly Model[];
  /** By kind; every model has one. */
  readonly validators: { readonly [kind: string]: CompiledValidator };
  /** By kind; a kind without one is plain storage. */
  readonly policies?: { readonly [kind: string]: KindPolicy };
}

/**
 * Brings the kinds of several owners together. Throws an Error for parts that do not fit: a kind declared
 * twice, a model without validator, a policy for a kind its owner does not have. These are mistakes of
 * whoever composes the parts, never of a user.
 */
export function createRegistry(parts: readonly RegistryPart[]): KindRegistry {
  const kinds = new Map<string, KindDefinition>();
  for (const { models, validators, policies = {} } of parts) {
    const own = new Set(models.map((model) => model.kind));
    for (const kind of Object.keys(policies)) {
      if (!own.has(kind)) throw new Error(`a policy names kind ${kind}, which its component does not own`);
    }
    for (const model of models) {
      const earlier = kinds.get(model.kind);
      if (earlier !== undefined) throw new Error(duplicateMessage(model, earlier.model));
      const validate = ownMember(validators, model.kind);
      if (validate === undefined) throw new Error(`kind ${model.kind} has no validator; run npm run generate`);
      kinds.set(model.kind, { model, validate, policy: ownMember(policies, model.kind) ?? {} });
    }
  }
  return { kinds };
}

function duplicateMessage(model: Model, earlier: Model): string {
  return `kind ${model.kind} is declared by component ${earlier.component} and again by ${model.component}`;
}

/** A kind called `constructor` must not find what every object inherits. */
function ownMember<T>(record: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
