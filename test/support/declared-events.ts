// What the webhooks of the OpenAPI document say of events, to be held against events that were written.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { productParts } from '../../src/app/generate/product-parts.ts';
import { wholeDocument } from '../../src/app/generate/api-files.ts';
import { components } from '../../src/components/index.ts';
import type { JsonObject } from '../../src/engine/json.ts';
import { objectOf } from '../../src/engine/json-fields.ts';
import { createHost } from '../../src/host/create-host.ts';

/** An event as the database keeps it; a type, so that it can be asked of a query. */
export type WrittenEvent = { readonly type: string; readonly payload: JsonObject };

const { document } = wholeDocument(productParts(createHost(), components), '1.2.3');
const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema({ ...document, $id: 'dream:' });

const declaredTypes = Object.keys(objectOf(document['webhooks'])).toSorted();

/** What is wrong with each that is not declared, or otherwise than declared. */
export function undeclared(events: readonly WrittenEvent[]): readonly string[] {
  return events.flatMap(({ payload, type }) => {
    if (!declaredTypes.includes(type)) return [`${type} is not declared`];
    const body = {
      id: 'evt_1',
      type,
      tenantId: null,
      subject: 'a/b',
      createdAt: '2026-11-20T09:00:00Z',
      data: payload,
    };
    const schema = { $ref: `dream:#/webhooks/${type}/post/requestBody/content/application~1json/schema` };
    return ajv.validate(schema, body) ? [] : [`${type}: ${ajv.errorsText()} in ${JSON.stringify(payload)}`];
  });
}
