import type { JsonObject } from '../../../engine/json.ts';
import type { CompiledType } from './compiled-type.ts';
import type { AccessQuestion } from './contract.ts';
import type { DeclaredDates } from './declared-dates.ts';
import type { Circumstances } from './expression.ts';

/** What expressions may ask of a question. The names of things are the platform's to give, whatever properties say. */
export function circumstancesOf(
  { action, actionProperties = nothing, context = nothing, now, resource, subject, tenant }: AccessQuestion,
  type: CompiledType,
  ofTenancy: Pick<DeclaredDates, 'user' | 'tenant'>,
): Circumstances {
  return {
    user: { ...subject.properties, key: subject.id },
    tenant: withKey(tenant),
    resource: withKey(resource),
    action: { ...actionProperties, key: action },
    context,
    now,
    dates: { ...ofTenancy, resource: type.dates },
  };
}

function withKey({ id, properties }: { readonly id: string | null; readonly properties: JsonObject }): JsonObject {
  if (id !== null) return { ...properties, key: id };
  const { key: _, ...known } = properties;
  return known;
}

const nothing: JsonObject = {};
