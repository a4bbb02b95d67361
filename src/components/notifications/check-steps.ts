import { attributeNames } from '../../engine/condition/attribute-names.ts';
import { attributesIn } from '../../engine/condition/check-condition.ts';
import type { Json, JsonObject } from '../../engine/json.ts';
import { listOf, objectOf, textOf } from '../../engine/json-fields.ts';
import { childPointer } from '../../engine/pointer.ts';
import type { NotificationsFinding } from './findings.ts';

const actions = ['channel', 'delay', 'digest', 'throttle', 'webhook'] as const;
const known = ['user', 'tenant', 'payload', 'steps', 'digest'];

interface EarlierStep {
  readonly step: JsonObject;
  readonly at: string;
}

/** Mistakes in the steps of a workflow that show without looking at anything else. */
export function stepFindings(value: Json | undefined): readonly NotificationsFinding[] {
  const steps = listOf(value).map(objectOf);
  return steps.flatMap((step, index) => {
    const at = childPointer('/steps', index);
    const earlier = new Map(
      steps.slice(0, index).map((other, place) => [textOf(other['key']) ?? '', { step: other, at: `/steps/${place}` }]),
    );
    const all = new Set(steps.map((other) => textOf(other['key']) ?? ''));
    return [
      ...actionFindings(step, at),
      ...unlessFindings(step, at, earlier, all),
      ...attributeFindings(
        step,
        at,
        earlier,
        steps.slice(0, index).map((_, before) => `/steps/${before}/key`),
      ),
    ];
  });
}

function actionFindings(step: JsonObject, at: string): readonly NotificationsFinding[] {
  const because = [...actions, 'template'].map((field) => childPointer(at, field));
  return actionFinding(step, at).map((finding) => ({ ...finding, because }));
}

function actionFinding(step: JsonObject, at: string): readonly NotificationsFinding[] {
  const chosen = actions.filter((action) => step[action] !== undefined);
  const [first, second] = chosen;
  if (second !== undefined) {
    const message = `A step does one thing, and this one already has \`${first}\`.`;
    return [
      {
        code: 'notifications/step-without-action',
        pointer: childPointer(at, second),
        atKey: true,
        message,
        hint: 'Make it a step of its own.',
      },
    ];
  }
  if (first === undefined && step['template'] === undefined) {
    const message = `This step does nothing: it has none of ${actions.map((action) => `\`${action}\``).join(', ')}.`;
    return [{ code: 'notifications/step-without-action', pointer: at, message }];
  }
  if ((first === 'channel') === (step['template'] !== undefined)) return [];
  const field = first === 'channel' ? 'channel' : 'template';
  const message =
    first === 'channel' ? 'A step that sends needs a `template`.' : 'A `template` needs a `channel` to be sent by.';
  return [{ code: 'notifications/step-without-template', pointer: childPointer(at, field), atKey: true, message }];
}

/** Names that are no step at all are the engine's business; here it is about the order. */
function unlessFindings(
  step: JsonObject,
  at: string,
  earlier: ReadonlyMap<string, EarlierStep>,
  all: ReadonlySet<string>,
): readonly NotificationsFinding[] {
  return Object.keys(objectOf(step['unless'])).flatMap((key): readonly NotificationsFinding[] => {
    const place = { pointer: childPointer(`${at}/unless`, key), atKey: true };
    const other = earlier.get(key);
    if (other === undefined) {
      if (!all.has(key)) return [];
      const message = `\`${key}\` has not happened yet when this step begins.`;
      return [{ code: 'notifications/step-order', ...place, message, hint: 'Only an earlier step can be waited for.' }];
    }
    if (other.step['channel'] !== undefined) return [];
    const message = `\`${key}\` sends nothing, so it is never delivered or read.`;
    return [
      { code: 'notifications/step-without-status', ...place, because: [childPointer(other.at, 'channel')], message },
    ];
  });
}

function attributeFindings(
  step: JsonObject,
  at: string,
  earlier: ReadonlyMap<string, EarlierStep>,
  keys: readonly string[],
): readonly NotificationsFinding[] {
  return attributesIn(step['if'], `${at}/if`).flatMap(({ path, pointer }): readonly NotificationsFinding[] => {
    const [root = '', name = ''] = attributeNames(path);
    if (!known.includes(root)) {
      const message = `A workflow does not know \`${path}\`.`;
      const hint = `It knows ${known.map((kind) => `\`${kind}\``).join(', ')}.`;
      return [{ code: 'notifications/unknown-attribute', pointer, atKey: true, message, hint }];
    }
    if (root !== 'steps' || earlier.has(name)) return [];
    const message = `There is no step \`${name}\` before this one.`;
    return [{ code: 'notifications/step-order', pointer, atKey: true, because: keys, message }];
  });
}
