import { createFindAnswer } from './answers.ts';
import { createQuestions, permissionOf } from './asked.ts';
import { whyNot } from './bounded-grant.ts';
import { circumstancesOf } from './circumstances.ts';
import { allowsAction, compileType } from './compiled-type.ts';
import type { AccessQuestion, Decision, NearMiss, Policy, PolicySource, Relations } from './contract.ts';
import { datesOfTenancy } from './declared-dates.ts';
import { createExpressions } from './expression.ts';
import { createHeldPermissions } from './held-permissions.ts';
import { createLineage } from './lineage.ts';
import { createRefuse } from './refusals.ts';
import { allowedByRelation } from './related.ts';
import { createRoleFinder, mayGive } from './role-finder.ts';
import { createRoles } from './roles.ts';

/** Reads roles and resource types once; what a question needs of them is worked out when it is first asked. */
export function compilePolicy(source: PolicySource): Policy {
  const types = new Map(Array.from(source.resourceTypes, ([key, body]) => [key, compileType(key, body)]));
  const roles = createRoles(source.roles);
  const lineage = createLineage(roles);
  const refuse = createRefuse(roles, lineage);
  const questions = createQuestions(types);
  const findAnswer = createFindAnswer(questions, lineage, refuse);
  const read = createExpressions();
  const dates = datesOfTenancy(source.tenancy);

  function check(question: AccessQuestion, relations: Relations = unrelated): Decision {
    const { action, resource, subject } = question;
    const asked = questions.find(resource.type, action);
    if (typeof asked === 'string') return refuse(subject, `${resource.type}:${action}`, asked, []);
    const { bounded, decision } = findAnswer(subject.roles, asked);
    if (decision !== null) return decision;
    const nearMisses: NearMiss[] = [];
    if (bounded.length > 0) {
      const circumstances = circumstancesOf(question, asked.type, dates);
      for (const grant of bounded) {
        const miss = whyNot(grant, question, circumstances, read);
        if (miss === null) return grant.decision;
        nearMisses.push(miss);
      }
    }
    const reason = nearMisses.length > 0 ? 'not-covered' : 'no-grant';
    return (
      allowedByRelation(asked, question, relations, types) ?? refuse(subject, permissionOf(asked), reason, nearMisses)
    );
  }

  return {
    check,
    ...createHeldPermissions(types, lineage),
    rolesGranting: createRoleFinder(roles, lineage, mayGive),
    relationsGranting(resourceType, written) {
      const [action = ''] = written.split(':');
      const grants = types.get(resourceType)?.grants ?? [];
      return grants.filter((grant) => allowsAction(grant, action)).map(({ name }) => name);
    },
    actions: new Map(Array.from(types, ([key, type]) => [key, [...type.actions]])),
  };
}

const unrelated: Relations = { related: () => [] };
