import type { JsonObject } from '../../engine/json.ts';
import { entriesOf, memberOf, objectOf, textsOf } from '../../engine/json-fields.ts';
import type { Beside, BodyReference, FindBody, KindPolicy } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import { didYouMean } from '../../engine/validate/did-you-mean.ts';
import { checkDates } from './check-dates.ts';
import { checkAttributes, checkExpressions } from './check-expressions.ts';
import type { AccessFinding } from './findings.ts';
import { subjectTypes } from './subject-types.ts';

export const resourceTypePolicy: KindPolicy = { check, references, checkAgainst };

function check(body: JsonObject): readonly AccessFinding[] {
  const { attributes: declared, scopes } = body;
  const undeclared = checkAttributes('/scopes', scopes, () => ({ declared, owner: 'this resource type' }));
  const because = ['/attributes'];
  return [
    ...checkExpressions('/scopes', scopes),
    ...undeclared.map((finding) => ({ ...finding, because })),
    ...checkGrants(body),
  ];
}

function checkGrants(body: JsonObject): readonly AccessFinding[] {
  const actions = textsOf(body['actions']);
  const relations = Object.keys(objectOf(body['relations']));
  return entriesOf(body['grants']).flatMap(([granted, allowed]) => {
    const at = childPointer('/grants', granted);
    const [relation = ''] = granted.split('.');
    const found: AccessFinding[] = [];
    if (!relations.includes(relation)) found.push(unknownRelation(at, relation, 'this resource type', relations));
    for (const [index, action] of textsOf(allowed).entries()) {
      if (action === '*' || actions.includes(action)) continue;
      const hint = didYouMean(action, actions);
      found.push({
        code: 'access/grant-unknown-action',
        pointer: childPointer(at, index),
        because: ['/actions'],
        message: `\`${action}\` is not an action of this resource type.`,
        ...(hint === undefined ? {} : { hint }),
      });
    }
    return found;
  });
}

function references(body: JsonObject): readonly BodyReference[] {
  return entriesOf(body['relations']).flatMap(([relation, value]) => {
    const at = childPointer('/relations', relation);
    return textsOf(value).flatMap((target, index) => {
      if (subjectTypes.has(target)) return [];
      const pointer = Array.isArray(value) ? childPointer(at, index) : at;
      return [{ pointer, kind: 'ResourceType', key: target, cyclic: true }];
    });
  });
}

function checkAgainst(body: JsonObject, find: FindBody, { key }: Beside): readonly AccessFinding[] {
  return [
    ...keyFindings(key, body),
    ...furtherFindings(body, find),
    ...checkDates('/scopes', body['scopes'], () => body['attributes'], find),
  ];
}

/**
 * Whoever is given access may be acted upon too, as in `user:invite`. But in a relationship the name means them, and
 * nothing could tell a resource of such a type from one of them.
 */
function keyFindings(key: string, body: JsonObject): readonly AccessFinding[] {
  if (!subjectTypes.has(key)) return [];
  return ['relations', 'grants'].flatMap((field): AccessFinding[] =>
    body[field] === undefined
      ? []
      : [
          {
            code: 'access/reserved-resource-type',
            pointer: `/${field}`,
            atKey: true,
            message: `\`${key}\` is what relationships call those who are given access, so a resource type of this name has no ${field}.`,
            hint: hints[key] ?? 'Give them to a resource type of another name.',
          },
        ],
  );
}

const hints: Readonly<Record<string, string>> = {
  user: 'Give them to a resource type of another name, such as `account` or `profile`.',
  tenant: 'Give them to a resource type of another name, such as `workspace`.',
};

/** `parent.editor` needs a relation `editor` on something that can be the `parent`; people and tenants have none. */
function furtherFindings(body: JsonObject, find: FindBody): readonly AccessFinding[] {
  return Object.keys(objectOf(body['grants'])).flatMap((granted) => {
    const [relation = '', further] = granted.split('.');
    if (further === undefined) return [];
    const targets = textsOf(memberOf(body['relations'], relation));
    const found = targets.flatMap((target) => (subjectTypes.has(target) ? [] : [find('ResourceType', target)]));
    if (targets.length === 0 || found.includes(undefined)) return [];
    const known = found.flatMap((target) => Object.keys(objectOf(target?.['relations'])));
    if (known.includes(further)) return [];
    return [
      unknownRelation(
        childPointer('/grants', granted),
        further,
        targets.map((target) => `\`${target}\``).join(' or '),
        known,
      ),
    ];
  });
}

function unknownRelation(pointer: string, relation: string, owner: string, known: readonly string[]): AccessFinding {
  const hint = didYouMean(relation, known);
  return {
    code: 'access/grant-unknown-relation',
    pointer,
    atKey: true,
    because: ['/relations'],
    message: `\`${relation}\` is not a relation of ${owner}.`,
    ...(hint === undefined ? {} : { hint }),
  };
}
