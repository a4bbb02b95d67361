import type { JsonObject } from '../../../engine/json.ts';

const count: JsonObject = { type: 'integer', minimum: 0 };

export const archiveSchema: JsonObject = {
  title: 'Archive',
  type: 'object',
  required: ['id', 'tenantId', 'first', 'last', 'entries', 'location', 'digest', 'prunedAt', 'removedAt'],
  properties: {
    id: { type: 'string', description: '`arc_…`' },
    tenantId: { type: ['string', 'null'], description: 'Null: of the environment itself.' },
    first: { ...count, description: 'Sequence of the first entry that was taken out.' },
    last: { ...count, description: 'Of the last. Between them may stand entries that were kept.' },
    entries: count,
    location: { type: ['string', 'null'], description: 'Where the archive is. Null: they were deleted.' },
    digest: { type: ['string', 'null'], description: '`sha256:…` of the file.' },
    prunedAt: { type: 'string', format: 'date-time' },
    removedAt: {
      type: ['string', 'null'],
      format: 'date-time',
      description: 'When the archive itself was removed, its own time being over. Null: it was not.',
    },
  },
};

export const restoreBody: JsonObject = {
  type: 'object',
  required: ['lines', 'until'],
  additionalProperties: false,
  properties: {
    tenant: {
      type: 'string',
      minLength: 1,
      maxLength: 128,
      description: 'Whose chain. Absent: that of the environment.',
    },
    until: { type: 'string', format: 'date-time', description: 'When they are taken away again, in 366 days at most.' },
    lines: {
      type: 'array',
      minItems: 1,
      maxItems: 1000,
      items: { type: 'string', minLength: 1, maxLength: 100_000 },
      description: 'Lines of the archive, without its manifest.',
    },
  },
};

export const restoredSchema: JsonObject = {
  type: 'object',
  required: ['restored', 'present', 'until'],
  properties: {
    restored: { ...count, description: 'Entries that were given back.' },
    present: {
      ...count,
      description: 'Entries that were there already. Those that had been given back are so until then.',
    },
    until: { type: 'string', format: 'date-time' },
  },
};

export const erasedSchema: JsonObject = {
  type: 'object',
  required: ['subject', 'erased'],
  properties: {
    subject: { type: 'string' },
    erased: { ...count, description: 'Entries that lost their personal part.' },
  },
};
