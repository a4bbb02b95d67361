import type { JsonObject } from '../../engine/json.ts';
import type { EventDescriptions } from '../event-descriptions.ts';

/** What an event says that tells of no more than a change. */
const changeSchema: JsonObject = {
  title: 'BeforeAndAfter',
  type: 'object',
  required: ['before', 'after', 'author'],
  additionalProperties: false,
  properties: {
    before: { description: 'As the API tells it; null: it did not exist.' },
    after: { description: 'As the API tells it; null: it exists no more.' },
    author: { type: 'string', description: 'Who did it.' },
  },
};

/** What is said of an event of some type, with the schema of its data in any case. */
export function toldEvent(told: EventDescriptions[string]): { readonly summary: string; readonly data: JsonObject } {
  return typeof told === 'string' ? { summary: told, data: changeSchema } : told;
}
