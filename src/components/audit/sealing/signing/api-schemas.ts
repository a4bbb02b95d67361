import type { JsonObject } from '../../../../engine/json.ts';

const moment: JsonObject = { type: 'string', format: 'date-time' };

export const signingKeySchema: JsonObject = {
  title: 'SigningKey',
  type: 'object',
  required: ['id', 'key', 'createdAt'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', description: 'Eight hexadecimal digits, which stand in every signature.' },
    key: { type: 'string', description: 'The public key as signed notes write it, for `dream audit verify --key`.' },
    createdAt: moment,
  },
};

export const checkpointSchema: JsonObject = {
  title: 'Checkpoint',
  type: 'object',
  required: ['size', 'note', 'signedAt'],
  additionalProperties: false,
  properties: {
    size: { type: 'integer', description: 'Sequence of the last entry that it covers.' },
    note: { type: 'string', description: 'The checkpoint itself: a signed note of C2SP.' },
    signedAt: moment,
  },
};
