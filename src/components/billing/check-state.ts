import type { JsonObject } from '../../engine/json.ts';
import { objectOf, textOf } from '../../engine/json-fields.ts';
import type { FindBody } from '../../engine/model/registry.ts';
import type { BillingFinding } from './findings.ts';
import { stateOf, whyOffSale } from './plan-state.ts';

/** New tenants start on a plan that is on sale. */
export function defaultFindings(plan: JsonObject): readonly BillingFinding[] {
  const why = plan['default'] === true ? whyOffSale(plan) : null;
  if (why === null) return [];
  return [
    {
      code: 'billing/plan-off-sale',
      pointer: '/default',
      because: ['/state'],
      message: `New tenants cannot start on a plan that is ${stateOf(plan)}: ${why}.`,
      hint: 'Say `default: true` on a plan that is on sale.',
    },
  ];
}

/** Whoever falls to another plan is new there. Nobody falls from an archived one, since nobody is on it. */
export function fallbackFindings(plan: JsonObject, find: FindBody): readonly BillingFinding[] {
  if (stateOf(plan) === 'archived') return [];
  const fallbacks = [
    { pointer: '/trial/then', key: textOf(objectOf(plan['trial'])['then']) },
    { pointer: '/afterCancel', key: textOf(plan['afterCancel']) },
  ];
  return fallbacks.flatMap(({ key, pointer }): readonly BillingFinding[] => {
    const body = key === undefined ? undefined : find('Plan', key);
    const why = body === undefined ? null : whyOffSale(body);
    if (key === undefined || body === undefined || why === null) return [];
    const message = `Nobody can fall to plan ${key}, which is ${stateOf(body)}: ${why}.`;
    return [{ code: 'billing/plan-off-sale', pointer, because: ['/state'], message }];
  });
}
