import { isJsonObject, type JsonObject } from '../../engine/json.ts';
import type { EventCalls, EventDescriptions } from '../event-descriptions.ts';
import type { Operation } from '../operation.ts';
import { errorSchema } from './error-responses.ts';
import { NamedSchemas } from './named-schemas.ts';
import { operationObject } from './operation-object.ts';
import { webhookObject } from './webhook-objects.ts';

interface References {
  /** Their names. */
  readonly schemas: readonly string[];
  /** `parameters/environment`, `headers/requestId`; and `securitySchemes/secretKey`, as a requirement names it. */
  readonly others: readonly string[];
}

/**
 * What the documents of one API are made of, each piece made once: a schema has the same name and words in the document
 * of everything and in that of a part.
 */
export class ApiObjects {
  readonly #named = new NamedSchemas();
  readonly #operations = new Map<Operation, JsonObject>();
  readonly #webhooks = new Map<string, JsonObject>();
  readonly #references = new Map<JsonObject, References>();

  operation(operation: Operation): JsonObject {
    if (operation.foreignProtocol === undefined) this.#named.take(errorSchema, 'every error', 'ApiError');
    const object = this.#operations.get(operation) ?? operationObject(operation, this.#named);
    this.#operations.set(operation, object);
    return object;
  }

  /** The calls that receivers of events get, by the type of the event. */
  webhooks(events: EventDescriptions, calls: EventCalls): JsonObject {
    const types = Object.entries(events).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(
      types.map(([type, told]) => {
        const object = this.#webhooks.get(type) ?? webhookObject(type, told, calls, this.#named);
        this.#webhooks.set(type, object);
        return [type, object];
      }),
    );
  }

  /** The named schemas that these objects refer to, and those that such schemas refer to, in the order of names. */
  schemasOf(objects: readonly JsonObject[]): JsonObject {
    const all = this.#named.all();
    const reached = new Set<string>();
    const reach = (object: JsonObject): void => {
      for (const name of this.#referencesOf(object).schemas) {
        const schema = all[name];
        if (reached.has(name) || schema === undefined) continue;
        reached.add(name);
        reach(schema as JsonObject);
      }
    };
    for (const object of objects) reach(object);
    return Object.fromEntries(Object.entries(all).filter(([name]) => reached.has(name)));
  }

  /** What these objects refer to by name besides schemas. */
  usedBy(objects: readonly JsonObject[]): ReadonlySet<string> {
    return new Set(objects.flatMap((object) => this.#referencesOf(object).others));
  }

  #referencesOf(object: JsonObject): References {
    const known = this.#references.get(object) ?? referencesIn(object);
    this.#references.set(object, known);
    return known;
  }
}

const referenceStart = '"#/components/';

/** Found as they stand in JSON, of which a text that looks like one brings a component too many at worst. */
function referencesIn(object: JsonObject): References {
  const schemas = new Set<string>();
  const others = new Set(requirementsIn(object).map((name) => `securitySchemes/${name}`));
  for (const found of JSON.stringify(object).split(referenceStart).slice(1)) {
    const path = found.slice(0, found.indexOf('"'));
    if (path.startsWith('schemas/')) schemas.add(path.slice('schemas/'.length));
    else others.add(path);
  }
  return { schemas: [...schemas], others: [...others] };
}

function requirementsIn({ security }: JsonObject): readonly string[] {
  return Array.isArray(security) ? security.filter(isJsonObject).flatMap((one) => Object.keys(one)) : [];
}
