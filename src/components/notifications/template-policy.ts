import type { JsonObject } from '../../engine/json.ts';
import { objectOf } from '../../engine/json-fields.ts';
import type { KindPolicy } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import { didYouMean } from '../../engine/validate/did-you-mean.ts';
import type { NotificationsFinding } from './findings.ts';
import { channels, textsFor } from './template-contents.ts';
import { readTemplate } from './template-text.ts';

export const templatePolicy: KindPolicy = { check };

/** What a channel cannot do without: one of each group. */
const needed: { readonly [channel: string]: readonly (readonly string[])[] } = {
  'in-app': [['body', 'title']],
  email: [['subject'], ['body', 'html']],
  sms: [['body']],
  push: [['title', 'body']],
  chat: [['body', 'blocks']],
  whatsapp: [['template']],
};

function check(body: JsonObject): readonly NotificationsFinding[] {
  const present = channels.filter((channel) => body[channel] !== undefined);
  if (present.length === 0) {
    const message = `A template needs content for at least one channel: ${channels.map((channel) => `\`${channel}\``).join(', ')}.`;
    return [{ code: 'notifications/empty-template', pointer: '', because: [''], message }];
  }
  return [
    ...present.flatMap((channel) => contentFindings(body, channel)),
    ...channels.flatMap((channel) => textFindings(body, channel)),
  ];
}

function contentFindings(body: JsonObject, channel: string): readonly NotificationsFinding[] {
  const content = objectOf(body[channel]);
  return (needed[channel] ?? [])
    .filter((group) => group.every((field) => content[field] === undefined))
    .map((group) => ({
      code: 'notifications/content-incomplete',
      pointer: childPointer('', channel),
      atKey: true,
      because: group.map((field) => `/${channel}/${field}`),
      message: `\`${channel}\` needs a ${group.map((field) => `\`${field}\``).join(' or a ')}.`,
    }));
}

/** What texts may speak of: `item` inside `{{#each …}}`. */
const roots = ['payload', 'user', 'tenant', 'digest', 'steps', 'item'];

function textFindings(body: JsonObject, channel: string): readonly NotificationsFinding[] {
  return textsFor(body, channel).flatMap(({ text, pointer }): readonly NotificationsFinding[] => {
    const { variables, problem } = readTemplate(text);
    if (problem !== undefined)
      return [
        { code: 'notifications/template-syntax', pointer, message: `This text cannot be filled in: ${problem}.` },
      ];
    const unknown = variables.map(([root = '']) => root).filter((root) => !roots.includes(root));
    return [...new Set(unknown)].map((root) => ({
      code: 'notifications/unknown-variable',
      pointer,
      message: `There is no variable \`${root}\`.`,
      hint: didYouMean(root, roots) ?? `What the workflow is started with is written \`{{ payload.${root} }}\`.`,
    }));
  });
}
