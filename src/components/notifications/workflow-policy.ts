import { attributeNames } from '../../engine/condition/attribute-names.ts';
import { attributesIn, checkCondition } from '../../engine/condition/check-condition.ts';
import type { Json, JsonObject } from '../../engine/json.ts';
import { listOf, objectOf, textOf } from '../../engine/json-fields.ts';
import type { BodyFinding, BodyReference, KindPolicy } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import { stepFindings } from './check-steps.ts';
import { templateFindings } from './check-templates.ts';
import type { NotificationsFinding } from './findings.ts';
import { readTemplate } from './template-text.ts';

export const workflowPolicy: KindPolicy = { check, references, checkAgainst: templateFindings };

function check(body: JsonObject): readonly BodyFinding[] {
  return [
    ...startFindings(body),
    ...recipientFindings(body['to']),
    ...stepFindings(body['steps']),
    ...listOf(body['steps']).flatMap((step, index) => checkCondition(objectOf(step)['if'], `/steps/${index}/if`)),
  ];
}

function startFindings(body: JsonObject): readonly NotificationsFinding[] {
  if (body['start'] !== 'event') return [];
  const missing = ['payload', 'to'].filter((field) => body[field] === undefined);
  return missing.map((field) => ({
    code: 'notifications/start-incomplete',
    pointer: '/start',
    because: [`/${field}`],
    message: `A workflow that events start needs \`${field}\`: ${field === 'payload' ? 'which events' : 'who receives it, since nobody calls it'}.`,
  }));
}

function recipientFindings(to: Json | undefined): readonly NotificationsFinding[] {
  return recipientTexts(to).flatMap(({ text, pointer }): readonly NotificationsFinding[] => {
    const { problem } = readTemplate(text);
    return problem === undefined
      ? []
      : [{ code: 'notifications/template-syntax', pointer, message: `This text cannot be filled in: ${problem}.` }];
  });
}

/** Wherever the workflow itself looks into its payload, the event schema must have that property. */
function references(body: JsonObject): readonly BodyReference[] {
  const payload = textOf(body['payload']);
  if (payload === undefined) return [];
  return payloadPlaces(body).map(({ name, ...place }) => ({
    ...place,
    kind: 'EventSchema',
    key: payload,
    member: { path: 'properties', name, open: true },
  }));
}

interface PayloadPlace {
  readonly name: string;
  readonly pointer: string;
  readonly atKey?: boolean;
}

function payloadPlaces(body: JsonObject): readonly PayloadPlace[] {
  const recipients = recipientTexts(body['to']).flatMap(({ text, pointer }) =>
    readTemplate(text).variables.map((variable) => ({ path: variable.join('.'), pointer })),
  );
  const steps = listOf(body['steps']).flatMap((item, index) => {
    const step = objectOf(item);
    const at = childPointer('/steps', index);
    return [
      ...attributesIn(step['if'], `${at}/if`).map((asked) => ({ ...asked, atKey: true })),
      ...['digest', 'throttle'].flatMap((action) => {
        const path = textOf(objectOf(step[action])['by']);
        return path === undefined ? [] : [{ path, pointer: `${at}/${action}/by` }];
      }),
    ];
  });
  return [...recipients, ...steps].flatMap(({ path, ...place }) => {
    const [root, name] = attributeNames(path);
    return root === 'payload' && name !== undefined ? [{ name, ...place }] : [];
  });
}

function recipientTexts(to: Json | undefined): readonly { text: string; pointer: string }[] {
  return listOf(to).flatMap((recipient, index) =>
    ['user', 'email'].flatMap((field) => {
      const text = textOf(objectOf(recipient)[field]);
      return text === undefined ? [] : [{ text, pointer: `/to/${index}/${field}` }];
    }),
  );
}
