import type { JsonObject } from '../../../../engine/json.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { alertRulePolicy } from '../../alert-rule-policy.ts';
import { validators } from '../../generated/validators.gen.js';
import { alertErrors } from '../errors.ts';
import { readRule } from '../rules/read-rule.ts';
import type { Rule } from '../rules/rule.ts';

/**
 * A rule that is only tried: whether what it refers to exists makes no difference, and neither does whether it is
 * enabled.
 *
 * @throws ValidationError `alerts/invalid-rule`
 */
export function readTriedRule(key: string, body: JsonObject): Rule {
  const enabled = { ...body, enabled: true };
  const findings = findingsIn({ kind: 'AlertRule', key, ...enabled });
  const rule = readRule(key, enabled);
  if (findings.length === 0 && rule !== null) return rule;
  const [first] = findings;
  throw makeError(alertErrors.invalidRule, {
    message: `This is no AlertRule. ${first?.pointer ?? ''}: ${first?.message ?? ''}`,
    param: 'rule',
    details: { findings },
  });
}

function findingsIn(document: JsonObject): readonly { readonly pointer: string; readonly message: string }[] {
  const validate = validators['AlertRule'];
  if (validate === undefined || !validate(document)) {
    const violations = validate?.errors ?? [];
    return violations
      .slice(0, 10)
      .map(({ instancePath, message }) => ({ pointer: instancePath, message: message ?? 'is not allowed' }));
  }
  return (alertRulePolicy.check?.(document) ?? []).map(({ message, pointer }) => ({ pointer, message }));
}
