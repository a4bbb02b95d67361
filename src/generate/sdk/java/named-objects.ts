import type {
  ApiDescription,
  SdkEvents,
  SdkField,
  SdkOperation,
  SdkResource,
  SdkType,
  TypeReference,
} from '../api-description.ts';
import { Names, pascalCase } from './syntax/names.ts';

type Flow = 'sent' | 'answered';

interface Site {
  /** What stands around it: `Tenant`, `TenantsListQuery`. */
  readonly owner: string;
  readonly flows: readonly Flow[];
}

/**
 * The same API without objects that have no name: Java writes each as a class, so it is called after where it stands first.
 * Those that are alike are one.
 */
export function withNamedObjects(description: ApiDescription): ApiDescription {
  const objects = new ObjectNames(description.types.map(({ name }) => name));
  const types = description.types.map((type) => objects.ofType(type));
  const resources = description.resources.map((resource) => objects.ofResource(resource));
  const events = description.events === undefined ? {} : { events: objects.ofEvents(description.events) };
  return { ...description, ...events, resources, types: [...types, ...objects.types] };
}

class ObjectNames {
  readonly #names: Names;
  readonly #found = new Map<string, SdkType>();

  constructor(taken: readonly string[]) {
    this.#names = new Names(taken, { ignoresCase: true });
  }

  get types(): readonly SdkType[] {
    return [...this.#found.values()];
  }

  ofType(type: SdkType): SdkType {
    const flows = [...(type.isSent ? ['sent' as const] : []), ...(type.isAnswered ? ['answered' as const] : [])];
    return { ...type, ...this.#within(type, { owner: type.name, flows }) };
  }

  ofResource(resource: SdkResource): SdkResource {
    return {
      ...resource,
      operations: resource.operations.map((operation) => this.#ofOperation(operation)),
      resources: resource.resources.map((inner) => this.ofResource(inner)),
    };
  }

  ofEvents(events: SdkEvents): SdkEvents {
    return {
      ...events,
      kinds: events.kinds.map((kind) => ({
        ...kind,
        data: this.#of(kind.data, { owner: `${pascalCase(kind.type)}Data`, flows: ['answered'] }),
      })),
    };
  }

  #ofOperation(operation: SdkOperation): SdkOperation {
    const { body, pathParameters, queryParameters, result } = operation;
    const owner = pascalCase(operation.id);
    const sent = (type: TypeReference): TypeReference => this.#of(type, { owner: `${owner}Body`, flows: ['sent'] });
    const answered = (type: TypeReference): TypeReference =>
      this.#of(type, { owner: `${owner}Result`, flows: ['answered'] });
    const asked: Site = { owner: `${owner}Query`, flows: ['sent'] };
    return {
      ...operation,
      pathParameters: pathParameters.map((field) => this.#field(field, asked)),
      queryParameters: queryParameters.map((field) => this.#field(field, asked)),
      ...(body === undefined ? {} : { body: sent(body) }),
      ...(result.form === 'value' ? { result: { ...result, type: answered(result.type) } } : {}),
      ...(result.form === 'pages' ? { result: { ...result, item: answered(result.item) } } : {}),
      ...(result.form === 'parts' ? { result: { ...result, item: answered(result.item) } } : {}),
    };
  }

  #within<T extends { readonly fields: readonly SdkField[]; readonly others?: TypeReference }>(of: T, site: Site): T {
    const { fields, others } = of;
    const found = fields.map((field) => this.#field(field, site));
    return { ...of, fields: found, ...(others === undefined ? {} : { others: this.#of(others, site) }) };
  }

  #field(field: SdkField, { owner, flows }: Site): SdkField {
    return { ...field, type: this.#of(field.type, { owner: `${owner}${pascalCase(field.name)}`, flows }) };
  }

  #of(type: TypeReference, site: Site): TypeReference {
    switch (type.kind) {
      case 'list':
        return { ...type, items: this.#of(type.items, site) };
      case 'map':
        return { ...type, values: this.#of(type.values, site) };
      case 'nullable':
        return { ...type, of: this.#of(type.of, site) };
      case 'union':
        return { ...type, members: type.members.map((member) => this.#of(member, site)) };
      case 'object':
        return { kind: 'named', name: this.#name(type, site) };
      default:
        return type;
    }
  }

  #name(type: Extract<TypeReference, { kind: 'object' }>, { owner, flows }: Site): string {
    const key = JSON.stringify(type);
    const known = this.#found.get(key);
    const name = known?.name ?? this.#names.give(owner, '2');
    const isSent = known?.isSent === true || flows.includes('sent');
    const isAnswered = known?.isAnswered === true || flows.includes('answered');
    this.#found.set(key, { name, fields: [], isSent, isAnswered });
    const { fields, others } = this.#within(type, { owner: name, flows });
    this.#found.set(key, { name, fields, ...(others === undefined ? {} : { others }), isSent, isAnswered });
    return name;
  }
}
