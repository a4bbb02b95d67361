import type { Configuration } from '../../../engine/configuration.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { Model } from '../../../engine/model/model.ts';
import type { ConfigurationTypes, ConstantGroup } from '../../../generate/types/configuration-types.ts';
import { plainText } from '../../../generate/types/plain-text.ts';
import { type DeclaredResources, declaredResources, notesOf } from './declared-resources.ts';
import { describeAttributes } from './describe-attributes.ts';
import { describeHoldings, describeLevels, holdingNote } from './describe-entitlements.ts';
import { describeFlags } from './describe-flags.ts';
import { describePayloads } from './describe-payloads.ts';
import { describePermissions } from './describe-permissions.ts';
import { ObjectTypes } from './object-types.ts';

/** The names that the configuration gives, in no language. Kinds that come later have constants by their model alone. */
export function describeTypes(configuration: Configuration, models: readonly Model[]): ConfigurationTypes {
  const declared = declaredResources(configuration);
  const objectTypes = new ObjectTypes();
  const flags = describeFlags(declared, objectTypes);
  const tables = [
    ...describeHoldings(declared, objectTypes),
    ...describePayloads(declared, objectTypes),
    ...describeAttributes(declared, objectTypes),
  ];
  return {
    flags,
    families: [...describePermissions(declared), ...describeLevels(declared)],
    groups: describeGroups(declared, models),
    objectTypes: objectTypes.all,
    tables,
  };
}

/** Constants for the keys of every kind, except flags, which are more than a key, and kinds whose key is fixed. */
function describeGroups(declared: DeclaredResources, models: readonly Model[]): readonly ConstantGroup[] {
  return models
    .filter(({ kind, schema }) => kind !== 'Flag' && schema.properties?.['key']?.enum === undefined)
    .map(({ kind, plural, summary }) => ({
      ...(titles.get(kind) ?? { name: plural, member: `${kind} key` }),
      note: plainText(summary),
      constants: declared.of(kind).map((resource) => ({
        value: resource.key,
        wish: resource.key,
        notes: notesOf(resource, plainText(more.get(kind)?.(resource.body) ?? '')),
      })),
    }))
    .filter(({ constants }) => constants.length > 0)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What code wants to know of a key besides its name. */
const more: ReadonlyMap<string, (body: JsonObject) => string> = new Map([
  ['Entitlement', holdingNote],
  ['Workflow', ({ payload }: JsonObject) => (typeof payload === 'string' ? `Started with \`${payload}\`.` : '')],
]);

/** Kinds whose keys are called something else in code: that of an event schema is the name of the event. */
const titles: ReadonlyMap<string, { readonly name: string; readonly member: string }> = new Map([
  ['EventSchema', { name: 'events', member: 'event-name' }],
]);
