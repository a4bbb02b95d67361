import type { AttributePath, Ruleset } from '../evaluation/ruleset.ts';
import { attributesOfFlag, attributesOfSegment } from '../ruleset/attributes-asked.ts';

/** Whether any answer may depend on the plan of a tenant: by a gate, by a condition, or by what is dealt. */
export function asksPlans({ entitlements, flags, segments }: Ruleset): boolean {
  if (Object.keys(entitlements).length > 0) return true;
  return (
    Object.values(flags).some((flag) => attributesOfFlag(flag).some(isPlan)) ||
    Object.values(segments).some((segment) => attributesOfSegment(segment).some(isPlan))
  );
}

function isPlan({ kind, path }: AttributePath): boolean {
  return kind === 'tenant' && path[0] === 'plan';
}
