import type { JsonObject } from '../../../../engine/json.ts';
import { createRegistry } from '../../../../engine/model/create-registry.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { checkDocument } from '../../../../engine/validate/check-document.ts';
import type { Finding } from '../../../../engine/validate/finding.ts';
import { preparedKinds } from '../../../../engine/validate/prepared-kind.ts';
import { alertRulePolicy } from '../../alert-rule-policy.ts';
import { models } from '../../generated/models.gen.ts';
import { validators } from '../../generated/validators.gen.js';
import { alertErrors } from '../errors.ts';
import { readRule } from '../rules/read-rule.ts';
import type { Rule } from '../rules/rule.ts';

const kind = 'AlertRule';
const registry = createRegistry([
  { models: models.filter((model) => model.kind === kind), validators, policies: { [kind]: alertRulePolicy } },
]);

/** Enough to see what is wrong. */
const shownFindings = 10;

/**
 * A rule that is only tried: whether what it refers to exists makes no difference, and neither does whether it is
 * enabled.
 *
 * @throws ValidationError `alerts/invalid-rule`
 */
export function readTriedRule(key: string, body: JsonObject): Rule {
  const findings = findingsIn(body);
  const rule = readRule(key, { ...body, enabled: true });
  const [first] = findings;
  if (first === undefined && rule !== null) return rule;
  const place = first === undefined || first.pointer === '' ? '' : `${first.pointer}: `;
  throw makeError(alertErrors.invalidRule, {
    message: `This is no AlertRule. ${place}${first?.message ?? ''}`,
    param: 'rule',
    details: {
      findings: findings.slice(0, shownFindings).map(({ code, hint, message, pointer }) => ({
        code,
        pointer,
        message,
        ...(hint === undefined ? {} : { hint }),
      })),
    },
  });
}

/** Those of `dream validate`, but that a rule has no key as long as it is only tried. */
function findingsIn(body: JsonObject): readonly Finding[] {
  const prepared = preparedKinds(registry).get(kind);
  if (prepared === undefined) throw new Error(`there is no kind ${kind}`);
  const { findings } = checkDocument(prepared, { kind, ...body });
  return findings.filter(
    ({ missing, pointer, severity }) => severity === 'error' && (missing !== 'key' || pointer !== ''),
  );
}
