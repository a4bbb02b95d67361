import type { JsonObject } from '../../../../engine/json.ts';
import type { ObjectName } from '../../policy/contract.ts';
import { answerOf } from '../parameters.ts';
import type { Tuple, TupleFilter } from './queries.ts';

/** `subject` is `relation` of `resource`: ada is owner of document 42. */
export interface Relationship {
  readonly resource: ObjectName;
  readonly relation: string;
  readonly subject: ObjectName;
}

export function toTuple({ resource, relation, subject }: Relationship): Tuple {
  return {
    resourceType: resource.type,
    resourceId: resource.id,
    relation,
    subjectType: subject.type,
    subjectId: subject.id,
  };
}

export function toRelationship({ relation, ...tuple }: Tuple): Relationship {
  return {
    resource: { type: tuple.resourceType, id: tuple.resourceId },
    relation,
    subject: { type: tuple.subjectType, id: tuple.subjectId },
  };
}

export interface RelationshipQuery {
  readonly resource?: string;
  readonly relation?: string;
  readonly subject?: string;
}

/** `document` is everything of that type, `document:42` one of them. */
export function toFilter({ resource, relation, subject }: RelationshipQuery): TupleFilter {
  const [resourceType, resourceId] = partsOf(resource);
  const [subjectType, subjectId] = partsOf(subject);
  const parts = { resourceType, resourceId, relation, subjectType, subjectId };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

function partsOf(text: string | undefined): readonly [type?: string, id?: string] {
  if (text === undefined) return [];
  const end = text.indexOf(':');
  return end === -1 ? [text] : [text.slice(0, end), text.slice(end + 1)];
}

const typeName: JsonObject = {
  type: 'string',
  title: 'a type such as document',
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$',
};
const objectId: JsonObject = { type: 'string', minLength: 1, maxLength: 255 };

const objectSchema = (title: string, type: string): JsonObject => ({
  title,
  type: 'object',
  required: ['type', 'id'],
  additionalProperties: false,
  properties: { type: { ...typeName, description: type }, id: objectId },
});

const properties: JsonObject = {
  resource: objectSchema('RelatedResource', 'Key of a ResourceType.'),
  relation: { type: 'string', minLength: 1, maxLength: 64, description: 'A relation that the ResourceType declares.' },
  subject: objectSchema('RelatedSubject', '`user`, `service-account`, `tenant`, or the key of a ResourceType.'),
};

export const relationshipSchema: JsonObject = answerOf('Relationship', properties);

const several: JsonObject = {
  type: 'array',
  maxItems: 1000,
  items: {
    title: 'NewRelationship',
    type: 'object',
    required: Object.keys(properties),
    additionalProperties: false,
    properties,
  },
};

export const relationshipChangesSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    add: { ...several, description: 'Those that are there already stay.' },
    remove: { ...several, description: 'Taken away first. Those that are not there are passed over.' },
  },
};

const objectFilter: JsonObject = {
  type: 'string',
  title: 'a type such as document, or one object such as document:42',
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}(:.{1,255})?$',
};

export const relationshipFilters: JsonObject = {
  resource: { ...objectFilter, description: '`document`, or `document:42`.' },
  relation: { type: 'string', minLength: 1, maxLength: 64 },
  subject: { ...objectFilter, description: '`user`, or `user:ada`.' },
};
