import type { Json, JsonObject } from '../../engine/json.ts';
import { listOf, memberOf, objectOf, textOf } from '../../engine/json-fields.ts';
import type { FindBody } from '../../engine/model/registry.ts';
import { didYouMean } from '../../engine/validate/did-you-mean.ts';
import type { NotificationsFinding } from './findings.ts';
import { channels, textsFor } from './template-contents.ts';
import { readTemplate, type Variable } from './template-text.ts';

/**
 * What a workflow and its templates must agree about: the template has content for the channel, and speaks only of
 * what the payload has.
 */
export function templateFindings(workflow: JsonObject, find: FindBody): readonly NotificationsFinding[] {
  const payload = textOf(workflow['payload']);
  const schema = payload === undefined ? undefined : find('EventSchema', payload);
  return listOf(workflow['steps']).flatMap((item, index): readonly NotificationsFinding[] => {
    const step = objectOf(item);
    const channel = textOf(step['channel']);
    const key = textOf(step['template']);
    const template = key === undefined ? undefined : find('Template', key);
    if (channel === undefined || key === undefined || template === undefined) return [];
    // A channel that does not exist has been reported as such.
    if (!channels.some((name) => name === channel)) return [];
    if (template[channel] === undefined) return [withoutChannel(key, template, channel, `/steps/${index}/template`)];
    if (payload === undefined || schema === undefined) return [];
    return textsFor(template, channel).flatMap(({ text, pointer }) =>
      unknownVariables(text, schema).map(({ path, hint }) => ({
        code: 'notifications/unknown-variable',
        of: { kind: 'Template', key },
        pointer,
        message: `\`${path}\` is not a property of EventSchema/${payload}, the payload this is sent with.`,
        ...(hint === undefined ? {} : { hint }),
      })),
    );
  });
}

function withoutChannel(key: string, template: JsonObject, channel: string, pointer: string): NotificationsFinding {
  const present = channels.filter((name) => template[name] !== undefined).map((name) => `\`${name}\``);
  return {
    code: 'notifications/template-without-channel',
    pointer,
    message: `Template/${key} has no content for \`${channel}\`.`,
    ...(present.length === 0 ? {} : { hint: `It has content for ${present.join(', ')}.` }),
  };
}

interface UnknownVariable {
  readonly path: string;
  readonly hint: string | undefined;
}

function unknownVariables(text: string, schema: JsonObject): readonly UnknownVariable[] {
  let found: Map<string, UnknownVariable> | undefined;
  for (const variable of readTemplate(text).variables) {
    const unknown = unknownIn(variable, schema);
    if (unknown === undefined) continue;
    found ??= new Map();
    found.set(unknown.path, unknown);
  }
  return found === undefined ? [] : [...found.values()];
}

/** The first part of `payload.author.name` that no schema describes; undefined when all is well. */
function unknownIn(variable: Variable, schema: JsonObject): UnknownVariable | undefined {
  if (variable[0] !== 'payload') return undefined;
  let properties: Json | undefined = schema['properties'];
  for (let index = 1; index < variable.length; index++) {
    // What declares no properties is open: anything may be in it.
    if (properties === undefined) return undefined;
    const name = variable[index] ?? '';
    const described: Json | undefined = memberOf(properties, name);
    if (described === undefined) {
      return {
        path: variable.slice(0, index + 1).join('.'),
        hint: didYouMean(name, Object.keys(objectOf(properties))),
      };
    }
    properties = objectOf(described)['properties'];
  }
  return undefined;
}
