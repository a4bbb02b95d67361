import type { JsonObject } from '../../engine/json.ts';
import type { Model } from '../../engine/model/model.ts';
import type { ErrorDefinition } from '../../engine/platform-error/index.ts';
import type { EventCalls, EventDescriptions } from '../event-descriptions.ts';
import type { Operation } from '../operation.ts';
import type { TagDescriptions } from '../tag-descriptions.ts';
import { allServerErrors } from '../errors.ts';
import { aboutText } from './about-text.ts';
import { ApiObjects } from './api-objects.ts';
import { headerObjects, parameterObjects } from './header-objects.ts';
import { kindObjects } from './kind-objects.ts';
import { securitySchemes } from './security-schemes.ts';
import { callParameters } from './webhook-objects.ts';

/** What a document says besides its operations. */
export interface AboutApi {
  /** Default: the whole product's. */
  readonly title?: string;
  readonly summary?: string;
  readonly tags?: TagDescriptions;
  /** Kinds that it is to describe, under `x-kinds`. */
  readonly models?: readonly Model[];
  /** What happens, by the type of the event, and how receivers are called with it. */
  readonly events?: EventDescriptions;
  readonly calls?: EventCalls | undefined;
}

/**
 * The OpenAPI 3.1 document of an operation table, or of a part of one: it holds what its operations refer to, and nothing
 * else. The same table gives the same document, byte for byte. `version` is that of the product; `objects` are shared by the
 * documents of one API.
 */
export function openApiDocument(
  operations: readonly Operation[],
  version: string,
  about: AboutApi = {},
  objects = new ApiObjects(),
): JsonObject {
  const {
    title = 'Dream',
    summary = 'The control plane of a SaaS business that is described in YAML.',
    tags = {},
    models = [],
    events = {},
    calls,
  } = about;
  const operationObjects = operations.map((one) => objects.operation(one));
  const webhooks = calls === undefined ? {} : objects.webhooks(events, calls);
  const isCalling = calls !== undefined && Object.keys(webhooks).length > 0;
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title,
      version,
      summary,
      description: aboutText,
      contact: { name: 'Dream' },
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: tagObjects(operations, tags),
    paths: pathsOf(operations, objects),
    ...(isCalling ? { webhooks } : {}),
    components: {
      ...usedComponents(objects.usedBy(operationObjects), isCalling ? callParameters(calls) : {}),
      schemas: objects.schemasOf([...operationObjects, webhooks]),
    },
    'x-error-codes': errorTable(operations),
    ...(models.length === 0 ? {} : { 'x-kinds': kindObjects(models) }),
  };
}

function tagObjects(operations: readonly Operation[], tags: TagDescriptions): readonly JsonObject[] {
  const names = [...new Set(operations.map(({ tag }) => tag))].toSorted();
  return names.map((name) => {
    const description = tags[name];
    return description === undefined ? { name } : { name, description };
  });
}

function pathsOf(operations: readonly Operation[], objects: ApiObjects): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const operation of operations) {
    const item = paths[operation.path] ?? {};
    item[operation.method.toLowerCase()] = objects.operation(operation);
    paths[operation.path] = item;
  }
  return paths;
}

function usedComponents(names: ReadonlySet<string>, parameters: JsonObject): JsonObject {
  const used = (kind: string, objects: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(objects).filter(([name]) => names.has(`${kind}/${name}`)));
  return {
    securitySchemes: used('securitySchemes', securitySchemes),
    parameters: { ...used('parameters', parameterObjects), ...parameters },
    headers: used('headers', headerObjects),
  };
}

/** Every code this document knows, also those that no operation raises (an unknown path). */
function errorTable(operations: readonly Operation[]): JsonObject {
  const definitions = [...allServerErrors, ...operations.flatMap(({ errors }) => errors)];
  const byCode = new Map<string, ErrorDefinition>(definitions.map((definition) => [definition.code, definition]));
  return Object.fromEntries(
    [...byCode.values()]
      .toSorted((left, right) => (left.code < right.code ? -1 : 1))
      .map(({ code, status, type, retry, meaning }) => [code, { status, type, retry, meaning }]),
  );
}
