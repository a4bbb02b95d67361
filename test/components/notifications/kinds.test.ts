import { describe, expect, it } from 'vitest';
import { policies } from '../../../src/components/notifications/kinds.ts';
import { checked, checkedAgainst, referred } from '../../support/policy-findings.ts';

const bell = '{ key: bell, channel: in-app, template: t }';

describe('Workflow', () => {
  it.each([
    [
      'FR-N002 a fallback',
      `[${bell}, { key: mail, channel: email, template: t, after: 24h, unless: { bell: read } }]`,
      [],
    ],
    [
      'each action',
      `[${bell}, { key: a, delay: 1h }, { key: b, digest: 5m }, { key: c, throttle: {} }, { key: d, webhook: w }]`,
      [],
    ],
    ['nothing', '[{ key: a, after: 1h }]', ['notifications/step-without-action /steps/0']],
    ['two things', '[{ key: a, delay: 1h, digest: 5m }]', ['notifications/step-without-action /steps/0/digest key']],
    [
      'a channel without a template',
      '[{ key: a, channel: sms }]',
      ['notifications/step-without-template /steps/0/channel key'],
    ],
    [
      'a template without a channel',
      '[{ key: a, template: t }]',
      ['notifications/step-without-template /steps/0/template key'],
    ],
    [
      'a template beside a delay',
      '[{ key: a, template: t, delay: 1h }]',
      ['notifications/step-without-template /steps/0/template key'],
    ],
    [
      'waiting for itself',
      '[{ key: a, channel: sms, template: t, unless: { a: read } }]',
      ['notifications/step-order /steps/0/unless/a key'],
    ],
    [
      'waiting for a later step',
      `[{ key: a, channel: sms, template: t, unless: { bell: read } }, ${bell}]`,
      ['notifications/step-order /steps/0/unless/bell key'],
    ],
    [
      'waiting for what sends nothing',
      '[{ key: a, delay: 1h }, { key: b, channel: sms, template: t, unless: { a: read } }]',
      ['notifications/step-without-status /steps/1/unless/a key'],
    ],
    [
      'a step nobody knows, which the engine reports',
      `[${bell}, { key: b, channel: sms, template: t, unless: { bel: read } }]`,
      [],
    ],
    [
      'what it knows',
      `[${bell}, { key: b, channel: sms, template: t, if: { user.a: 1, tenant.b: 1, payload.c: 1, steps.bell.d: 1 } }]`,
      [],
    ],
    [
      'what it does not know',
      '[{ key: b, delay: 1h, if: { device.os: ios } }]',
      ['notifications/unknown-attribute /steps/0/if/device.os key'],
    ],
    [
      'an answer that is not there yet',
      '[{ key: b, delay: 1h, if: { steps.later.ok: true } }]',
      ['notifications/step-order /steps/0/if/steps.later.ok key'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(checked(policies['Workflow'], `steps: ${steps}`)).toEqual(expected);
  });

  it.each([
    ["{ start: event, payload: p, to: [{ user: '{{ payload.id }}' }] }", []],
    ['{ start: event }', ['notifications/start-incomplete /start', 'notifications/start-incomplete /start']],
    ['{ start: call }', []],
    ["to: [{ user: '{{ payload.id' }]", ['notifications/template-syntax /to/0/user']],
  ])('%s', (yaml, expected) => {
    expect(checked(policies['Workflow'], yaml)).toEqual(expected);
  });

  it('looks for what it takes from its payload in the event schema', () => {
    const yaml = `
      payload: comment.created
      to: [{ user: '{{ payload.authorId }}' }, { topic: t }]
      steps:
        - { key: a, digest: { window: 1h, by: payload.postId } }
        - { key: b, delay: 1h, if: { not: { payload.urgent: true }, user.name: x } }`;
    expect(referred(policies['Workflow'], yaml)).toEqual([
      '/to/0/user → EventSchema/comment.created properties:authorId',
      '/steps/0/digest/by → EventSchema/comment.created properties:postId',
      '/steps/1/if/not/payload.urgent → EventSchema/comment.created properties:urgent',
    ]);
    expect(referred(policies['Workflow'], 'steps: [{ key: a, throttle: { by: payload.x } }]')).toEqual([]);
  });

  const workflow = `
    payload: comment.created
    steps: [{ key: a, channel: email, template: mail }]`;
  const schema = 'properties: { title: string, author: { type: object, properties: { name: string } }, free: object }';

  it.each([
    ["email: { subject: '{{ payload.title }}', body: '{{ payload.author.name }} {{ payload.free.any }}' }", []],
    ["email: { subject: '{{ payload.titel }}' }", ['notifications/unknown-variable Template/mail#/email/subject']],
    ["email: { subject: '{{ payload.author.nam }}' }", ['notifications/unknown-variable Template/mail#/email/subject']],
    [
      "{ email: { subject: s }, locales: { de: { email: { body: '{{ payload.x }}' } } } }",
      ['notifications/unknown-variable Template/mail#/locales/de/email/body'],
    ],
    ["{ email: { subject: '{{ user.name }}' }, sms: { body: '{{ payload.unsent }}' } }", []],
    ['sms: { body: s }', ['notifications/template-without-channel /steps/0/template']],
  ])('FR-N006 a template %s is checked against the payload it is sent with', (template, expected) => {
    const others = { 'EventSchema/comment.created': schema, 'Template/mail': template };
    expect(checkedAgainst(policies['Workflow'], workflow, others)).toEqual(expected);
  });

  it('says nothing of variables where the event schema declares none, or nothing is known of the template', () => {
    const template = "email: { subject: '{{ payload.anything }}' }";
    expect(
      checkedAgainst(policies['Workflow'], workflow, {
        'EventSchema/comment.created': 'others: keep',
        'Template/mail': template,
      }),
    ).toEqual([]);
    expect(checkedAgainst(policies['Workflow'], workflow, { 'EventSchema/comment.created': schema })).toEqual([]);
    expect(
      checkedAgainst(policies['Workflow'], 'steps: [{ key: a, channel: email, template: mail }]', {
        'Template/mail': template,
      }),
    ).toEqual([]);
  });
});

describe('Template', () => {
  it.each([
    ['sms: { body: Hello }', []],
    [
      "email: { subject: 'Hi {{ user.name }}', body: '{{#if payload.a}}x{{else}}y{{/if}}{{#each digest.items}}{{ item.b | upper }}{{/each}}' }",
      [],
    ],
    ['email: { subject: \'{{ payload.total | money: "EUR" }}\', html: <b>x</b> }', []],
    ['tags: [a]', ['notifications/empty-template ']],
    ['email: { body: b }', ['notifications/content-incomplete /email key']],
    ['email: { subject: s }', ['notifications/content-incomplete /email key']],
    ['whatsapp: { language: en }', ['notifications/content-incomplete /whatsapp key']],
    ['{ sms: { body: b }, locales: { de: { email: { subject: s } } } }', []],
    ["sms: { body: '{{ user.name }' }", ['notifications/template-syntax /sms/body']],
    ["sms: { body: '{{ user name }}' }", ['notifications/template-syntax /sms/body']],
    ["sms: { body: '{{ }}' }", ['notifications/template-syntax /sms/body']],
    ["sms: { body: '{{#if payload.x}} a' }", ['notifications/template-syntax /sms/body']],
    ["sms: { body: '{{/if}}' }", ['notifications/template-syntax /sms/body']],
    ["sms: { body: '{{else}}' }", ['notifications/template-syntax /sms/body']],
    [
      "sms: { body: '{{ name }} {{ name }} {{ usr.x }}' }",
      ['notifications/unknown-variable /sms/body', 'notifications/unknown-variable /sms/body'],
    ],
    [
      "whatsapp: { template: t, parameters: ['{{ user.name }}', '{{ foo.bar }}'] }",
      ['notifications/unknown-variable /whatsapp/parameters/1'],
    ],
  ])('%s', (yaml, expected) => {
    expect(checked(policies['Template'], yaml)).toEqual(expected);
  });
});
