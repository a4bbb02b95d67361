import type { TypesFile } from '../../../../src/generate/types/configuration-types.ts';
import { emitTypeScript } from '../../../../src/generate/types/typescript/emit-typescript.ts';
import { field, named } from './awkward-api.ts';

const path = 'dream-types.ts';
const [file] = emitTypeScript(
  {
    flags: [],
    groups: [],
    families: [],
    objectTypes: [
      {
        id: 'sent',
        wish: 'invoice.sent event',
        note: 'Sent.',
        fields: [field('amount', { kind: 'number' })],
        isSent: true,
      },
    ],
    tables: [{ name: 'event-payloads', note: 'Events.', rows: [field('invoice.sent', named('sent'))] }],
  },
  path,
);

/** What `dream generate types` writes of a configuration with one event, which `typedUses` imports from beside itself. */
export const ownEventTypes: TypesFile = { path, text: file?.text ?? '' };
