import type { KindDefinition, KindRegistry } from '../model/registry.ts';
import { prepareSchema, type SchemaNode } from './schema-node.ts';

export interface PreparedKind {
  readonly kind: string;
  readonly definition: KindDefinition;
  readonly root: SchemaNode;
}

const preparedByRegistry = new WeakMap<KindRegistry, PreparedKinds>();

/**
 * The registry's kinds, prepared once for as long as the registry lives: a server asks for every resource
 * of every changeset. Nothing is shared between registries.
 */
export function preparedKinds(registry: KindRegistry): PreparedKinds {
  const known = preparedByRegistry.get(registry) ?? new PreparedKinds(registry);
  preparedByRegistry.set(registry, known);
  return known;
}

/** Prepares kinds when they are first met: a command that sees three kinds pays for three. */
export class PreparedKinds {
  readonly #registry: KindRegistry;
  readonly #prepared = new Map<string, PreparedKind>();
  readonly names: readonly string[];

  constructor(registry: KindRegistry) {
    this.#registry = registry;
    this.names = [...registry.kinds.keys()];
  }

  get(kind: string): PreparedKind | undefined {
    const known = this.#prepared.get(kind);
    if (known !== undefined) return known;
    const definition = this.#registry.kinds.get(kind);
    if (definition === undefined) return undefined;
    const prepared = { kind, definition, root: prepareSchema(definition.model.schema) };
    this.#prepared.set(kind, prepared);
    return prepared;
  }
}
