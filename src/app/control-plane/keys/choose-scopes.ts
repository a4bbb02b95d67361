import { makeError } from '../../../engine/platform-error/index.ts';
import { didYouMean } from '../../../engine/validate/did-you-mean.ts';
import { isScope } from '../../../server/auth/scope.ts';
import type { OperationScopes, Scope } from '../../../server/caller.ts';
import type { CreateKeyRequest } from '../../control-plane-client.ts';
import { keyErrors } from './errors.ts';

/** The scopes of a new key: those asked for, when there are such; else what its type usually gets. */
export function chooseScopes(
  { type, scopes: asked }: Pick<CreateKeyRequest, 'type' | 'scopes'>,
  known: OperationScopes,
): readonly Scope[] {
  if (asked === undefined) return type === 'publishable' ? known.publishable : ['*'];
  // A publishable key without any says who asks, and may do nothing: right while no operation takes one.
  if (type === 'secret' && asked.length === 0) {
    throw makeError(keyErrors.noScopes, {
      message: 'A secret key without scopes can do nothing: name some, or leave scopes out for all.',
      param: '/scopes',
    });
  }
  const chosen = [...new Set(asked.map((text, index) => knownScope(text, index, known)))];
  const closed = type === 'publishable' ? chosen.filter((scope) => !known.publishable.includes(scope)) : [];
  if (closed.length > 0) {
    throw makeError(keyErrors.publishableScope, {
      message: `A publishable key is seen by everybody, and may not hold ${closed.join(', ')}.`,
      param: `/scopes/${asked.indexOf(closed[0] ?? '')}`,
      details: { hint: `It may hold ${known.publishable.join(', ') || 'none here'}.`, allowed: known.publishable },
    });
  }
  return chosen;
}

function knownScope(text: string, index: number, { all }: OperationScopes): Scope {
  if (isScope(text) && (text === '*' || all.includes(text))) return text;
  const meant = didYouMean(text, all);
  // Only what has the form of a scope, or is nearly one, is repeated: anything else may be a secret in the wrong place.
  const subject = isScope(text) || meant !== undefined ? `'${text}'` : `\`scopes[${index}]\``;
  throw makeError(keyErrors.unknownScope, {
    message: `${subject} is not a scope of this server.`,
    param: `/scopes/${index}`,
    details: { hint: meant ?? `There are *, ${all.join(', ')}.`, allowed: ['*', ...all] },
  });
}
