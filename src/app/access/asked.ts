import type { ObjectName, Subject, Target } from '../../components/access-contract.ts';
import type { JsonObject } from '../../engine/json.ts';
import { objectOf, textsOf } from '../../engine/json-fields.ts';
import { unknownError, usageError } from '../command-errors.ts';
import type { AttributeSets } from './attributes.ts';
import type { LocalPolicy } from './local-policy.ts';

/** `ada`, `user:ada` or `service-account:bot`, as a command is given it. An id may hold colons itself. */
export function subjectNamed(text: string): { readonly type: Subject['type']; readonly id: string } {
  const [, type, id] = /^(user|service-account):(.*)$/u.exec(text) ?? [];
  const name = { type: type === 'service-account' ? ('service-account' as const) : ('user' as const), id: id ?? text };
  if (/^[!-~\u00a1-\uffff]{1,255}$/u.test(name.id)) return name;
  throw usageError(
    `${JSON.stringify(text)} names nobody.`,
    'Write an id such as ada, user:ada or service-account:bot.',
  );
}

/**
 * Roles as `--role` names them, each once and in order, as a control plane has them.
 *
 * @throws ValidationError `cli/usage` for one that no file describes
 */
export function rolesNamed(names: readonly string[], { source }: LocalPolicy): readonly string[] {
  const known = [...source.roles.keys()].toSorted();
  for (const name of names) {
    if (!source.roles.has(name)) throw unknownError(`There is no role ${name} in the files.`, name, known);
  }
  return [...new Set(names)].toSorted();
}

/** `invoice` or `invoice:42`. @throws ValidationError `cli/usage` for a type that no file describes */
export function targetNamed(text: string, local: LocalPolicy, { resource }: AttributeSets): Target {
  const { id, type } = objectNamed(text);
  typeNamed(type, local);
  return { type, id, properties: resource };
}

/** What the files say of a resource type. @throws ValidationError `cli/usage` for a type that no file describes */
export function typeNamed(type: string, { source }: LocalPolicy): JsonObject {
  const body = source.resourceTypes.get(type);
  if (body !== undefined) return body;
  const known = [...source.resourceTypes.keys()].toSorted();
  throw unknownError(`There is no resource type ${type} in the files.`, type, known);
}

/** `invoice` or `invoice:42`. */
export function objectNamed(text: string): { readonly type: string; readonly id: ObjectName['id'] | null } {
  const colon = text.indexOf(':');
  if (colon === -1) return { type: text, id: null };
  if (colon < text.length - 1) return { type: text.slice(0, colon), id: text.slice(colon + 1) };
  throw usageError(`${text} names no resource.`, 'Write a type such as invoice, or one of them: invoice:42.');
}

/** `read` or `read:self`. @throws ValidationError `cli/usage` for an action or a scope that the type does not have */
export function actionNamed(text: string, type: string, { source }: LocalPolicy): string {
  const body = source.resourceTypes.get(type);
  const [action = '', ...scopes] = text.split(':');
  const actions = textsOf(body?.['actions']);
  if (!actions.includes(action)) throw unknownError(`${type} has no action ${action}.`, action, actions);
  const declared = body?.['scopes'];
  const scope = scopes.join(':');
  const known = Object.keys(objectOf(declared));
  if (scopes.length > 0 && declared !== undefined && !known.includes(scope))
    throw unknownError(`${type} has no scope ${scope}.`, scope, known);
  return text;
}
