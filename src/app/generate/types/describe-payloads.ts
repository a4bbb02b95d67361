import { textOf, textsOf } from '../../../engine/json-fields.ts';
import type { SdkField, TypeReference } from '../../../generate/sdk/api-description.ts';
import type { TypeTable } from '../../../generate/types/configuration-types.ts';
import { type DeclaredResources, notesOf } from './declared-resources.ts';
import { fieldsOf } from './event-properties.ts';
import type { ObjectTypes } from './object-types.ts';

/** What each event carries, and what each workflow is started with. */
export function describePayloads(declared: DeclaredResources, objectTypes: ObjectTypes): readonly TypeTable[] {
  const events = declared.of('EventSchema').map((event): SdkField => {
    const required = new Set(textsOf(event.body['required']));
    const fields = fieldsOf(event.body['properties'], (name) => required.has(name));
    const note = notesOf(event).text;
    const site = { id: `EventSchema/${event.key}`, wish: `${event.key} event`, note, isSent: true };
    const type: TypeReference =
      fields.length === 0 ? { kind: 'map', values: { kind: 'json' } } : objectTypes.add(fields, site);
    return { name: event.key, type, isRequired: true };
  });
  const types = new Map(events.map(({ name, type }) => [name, type]));
  const workflows = declared.of('Workflow').flatMap((workflow): readonly SdkField[] => {
    const type = types.get(textOf(workflow.body['payload']) ?? '');
    return type === undefined ? [] : [{ name: workflow.key, type, isRequired: true }];
  });
  return [
    { name: 'event-payloads', note: 'What each event carries.', rows: events },
    { name: 'workflow-payloads', note: 'What each workflow is started with, where it says so.', rows: workflows },
  ].filter(({ rows }) => rows.length > 0);
}
