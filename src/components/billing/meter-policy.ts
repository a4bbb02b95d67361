import { attributeNames } from '../../engine/condition/attribute-names.ts';
import { attributesIn, checkCondition } from '../../engine/condition/check-condition.ts';
import type { JsonObject } from '../../engine/json.ts';
import { textOf, textsOf } from '../../engine/json-fields.ts';
import type { BodyFinding, BodyReference, KindPolicy } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import type { BillingFinding } from './findings.ts';

export const meterPolicy: KindPolicy = { check, references };

const needsProperty: ReadonlySet<string> = new Set(['max', 'unique', 'last']);

/** What the fields of a meter mean to each other. */
const because = ['/aggregation', '/property', '/window', '/event'];

function check(body: JsonObject): readonly BodyFinding[] {
  return [
    ...aggregationFindings(body).map((finding) => ({ ...finding, because })),
    ...eventFindings(body).map((finding) => ({ ...finding, because })),
    ...attributeFindings(body),
    ...checkCondition(body['if'], '/if'),
  ];
}

function aggregationFindings(body: JsonObject): readonly BillingFinding[] {
  const aggregation = textOf(body['aggregation']) ?? 'sum';
  const found: BillingFinding[] = [];
  if (needsProperty.has(aggregation) && body['property'] === undefined && body['event'] !== undefined) {
    found.push({
      code: 'billing/meter-without-property',
      pointer: '/aggregation',
      message: `\`${aggregation}\` needs to know of which property.`,
      hint: 'Add `property: NAME` with a property of the event.',
    });
  }
  if (aggregation === 'count' && body['property'] !== undefined) {
    found.push(
      useless('/property', '`count` counts events and looks at no property.', 'Take `sum` to add up the property.'),
    );
  }
  if (!needsProperty.has(aggregation) && body['window'] !== undefined && body['window'] !== 'period') {
    found.push(
      useless(
        '/window',
        `\`${aggregation}\` adds up whatever the window.`,
        'A window is for `max`, `unique` and `last`.',
      ),
    );
  }
  return found;
}

function useless(pointer: string, message: string, hint: string): BillingFinding {
  return { code: 'billing/meter-contradiction', pointer, atKey: true, message, hint };
}

function eventFindings(body: JsonObject): readonly BillingFinding[] {
  if (body['event'] !== undefined) return [];
  return ['property', 'if', 'groupBy']
    .filter((field) => body[field] !== undefined)
    .map((field) => ({
      code: 'billing/meter-without-event',
      pointer: `/${field}`,
      atKey: true,
      message: `\`${field}\` looks into events, but this meter names no \`event\`.`,
    }));
}

function attributeFindings(body: JsonObject): readonly BillingFinding[] {
  return attributesIn(body['if'], '/if')
    .filter(({ path }) => !path.startsWith('event.'))
    .map(({ path, pointer }) => ({
      code: 'billing/meter-attribute',
      pointer,
      atKey: true,
      message: `A meter knows only the event, not \`${path}\`.`,
      hint: 'Write a property of the event as `event.NAME`.',
    }));
}

/** Properties are those of the event's schema, where it declares any. */
function references(body: JsonObject): readonly BodyReference[] {
  const event = textOf(body['event']);
  if (event === undefined) return [];
  const property = textOf(body['property']);
  const places = [
    ...(property === undefined ? [] : [{ pointer: '/property', name: property }]),
    ...textsOf(body['groupBy']).map((name, index) => ({ pointer: childPointer('/groupBy', index), name })),
    ...attributesIn(body['if'], '/if')
      .filter(({ path }) => path.startsWith('event.'))
      .map(({ path, pointer }) => ({ pointer, name: attributeNames(path)[1] ?? '', atKey: true })),
  ];
  return places.map(({ name, ...place }) => ({
    ...place,
    kind: 'EventSchema',
    key: event,
    member: { path: 'properties', name, open: true },
  }));
}
