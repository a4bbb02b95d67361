import type { JsonObject } from '../../../engine/json.ts';
import type { CompiledType } from './compiled-type.ts';
import type { AccessQuestion } from './contract.ts';
import type { Circumstances } from './expression.ts';

/** What expressions may ask of a question. The names of things are the platform's to give, whatever properties say. */
export function circumstancesOf(
  { action, actionProperties = nothing, context = nothing, now, resource, subject, tenant }: AccessQuestion,
  { dates }: CompiledType,
): Circumstances {
  const { key: _, ...known } = resource.properties;
  return {
    user: { ...subject.properties, key: subject.id },
    tenant: { ...tenant.properties, key: tenant.id },
    resource: resource.id === null ? known : { ...known, key: resource.id },
    action: { ...actionProperties, key: action },
    context,
    now,
    dates,
  };
}

const nothing: JsonObject = {};
