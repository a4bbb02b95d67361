import type { PermissionQuestion } from './contract.ts';
import type { DecisionReporter } from './decision-reporter.ts';
import { isRoles } from './is-roles.ts';

/** Where it is known whom the answer is about: a list of roles is nobody. Never throws. */
export function reportAnswer(
  reporter: DecisionReporter,
  question: PermissionQuestion,
  answer: 'yes' | 'no',
  policyRevision: number,
): void {
  try {
    const { permission, resource, subject, tenant, who } = question;
    const claims = isRoles(who) ? undefined : who;
    const id = claims?.sub;
    const about = subject ?? (id === undefined ? undefined : { id });
    if (about === undefined) return;
    const inTenant = tenant ?? claims?.tenantId;
    reporter.report({
      subject: about,
      permission,
      resource,
      tenant: inTenant,
      allowed: answer === 'yes',
      policyRevision,
    });
  } catch {
    // What throws when it is read names nobody.
  }
}
