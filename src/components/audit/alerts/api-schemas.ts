import type { JsonObject } from '../../../engine/json.ts';
import { objectOf } from '../../../engine/json-fields.ts';

const text: JsonObject = { type: 'string' };
const instant: JsonObject = { type: 'string', format: 'date-time' };
const severity: JsonObject = { type: 'string', enum: ['info', 'low', 'medium', 'high', 'critical'] };
const texts: JsonObject = { type: 'array', items: text };

/** What a rule found, whether it was raised or only tried. */
const found = {
  tenant: { type: ['string', 'null'], description: 'Id of the tenant; null: of the environment as a whole.' },
  key: {
    type: 'string',
    description: 'Value of the field that the rule looks at entries by; empty where there is none.',
  },
  sequence: {
    type: 'integer',
    description:
      'Place in the chain of the entry that completed the pattern; of an absence, of the last one before it.',
  },
  count: { type: 'integer', description: 'How many entries or different values; of an absence 0.' },
  windowStart: { ...instant, description: 'Time of the first entry of the pattern.' },
  windowEnd: instant,
  happenedAt: { ...instant, description: 'When the pattern was there, by the times of the entries.' },
} as const satisfies JsonObject;

export const firingSchema: JsonObject = {
  title: 'AlertFiring',
  type: 'object',
  required: ['id', 'rule', 'severity', 'tags', ...Object.keys(found), 'firedAt', 'actions'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', description: '`alf_…`' },
    rule: { type: 'string', description: 'Key of the AlertRule, as it was then.' },
    severity,
    tags: texts,
    ...found,
    firedAt: { ...instant, description: 'When it was found, and the alarm raised.' },
    actions: {
      type: 'array',
      items: {
        title: 'AlertAction',
        type: 'object',
        required: ['does', 'target', 'outcome'],
        additionalProperties: false,
        properties: {
          does: { type: 'string', enum: ['webhook', 'workflow', 'event'] },
          target: { type: 'string', description: 'Key of the endpoint or workflow; type of the event.' },
          outcome: {
            type: 'string',
            enum: ['done', 'handed-on', 'impossible'],
            description:
              '`done`: the event is written, or the call is on its way. `handed-on`: whoever runs workflows reads it in the event `alert.fired`.',
          },
          reason: { type: 'string', description: 'Why it was impossible.' },
        },
      },
    },
  },
};

/** What the event says: what became of the calls is not known when it is written. */
export const alarmSchema: JsonObject = {
  ...firingSchema,
  title: 'Alarm',
  properties: {
    ...objectOf(firingSchema['properties']),
    actions: {
      type: 'array',
      items: {
        title: 'AlarmAction',
        type: 'object',
        required: ['does', 'target'],
        additionalProperties: false,
        properties: {
          does: { type: 'string', enum: ['webhook', 'workflow', 'event'] },
          target: { type: 'string', description: 'Key of the endpoint or workflow; type of the event.' },
        },
      },
    },
  },
};

export const alertSchema: JsonObject = {
  title: 'Alert',
  type: 'object',
  required: ['key', 'name', 'severity', 'enabled', 'tags', 'lastFiring'],
  additionalProperties: false,
  properties: {
    key: { type: 'string', description: 'Key of the AlertRule.' },
    name: { type: ['string', 'null'] },
    severity,
    enabled: { type: 'boolean', description: 'Whether it watches.' },
    tags: texts,
    lastFiring: { oneOf: [firingSchema, { type: 'null' }], description: 'Null: it was never raised.' },
  },
};

export const backtestBody: JsonObject = {
  type: 'object',
  required: ['rule'],
  additionalProperties: false,
  properties: {
    rule: {
      type: 'object',
      description:
        'An AlertRule as it is written in YAML, without `kind` and `key`; docs/reference/alert-rule.md describes its fields.',
    },
    since: { ...instant, description: 'Entries written at this moment or later. Absent: of 30 days.' },
    until: { ...instant, description: 'Entries written before this moment. Absent: until now.' },
  },
};

export const backtestSchema: JsonObject = {
  type: 'object',
  required: ['firings', 'count', 'entries', 'since', 'until', 'complete'],
  additionalProperties: false,
  properties: {
    firings: {
      type: 'array',
      description: 'The newest 1,000, in the order in which they would have come.',
      items: {
        title: 'BacktestFiring',
        type: 'object',
        required: Object.keys(found),
        additionalProperties: false,
        properties: found,
      },
    },
    count: { type: 'integer', description: 'How many there would have been, listed or not.' },
    entries: { type: 'integer', description: 'How many entries were looked at.' },
    since: { ...instant, description: 'Later than was asked for where there are more entries than are looked at.' },
    until: instant,
    complete: { type: 'boolean', description: 'Whether all entries of the time asked for were looked at.' },
  },
};
