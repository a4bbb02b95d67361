import { canonicalJson } from '../../engine/canonical-json.ts';
import type { JsonObject } from '../../engine/json.ts';
import { listOf, memberOf, objectOf } from '../../engine/json-fields.ts';
import type { Operations } from './compare-parameters.ts';
import type { Finding } from './difference.ts';
import { resolve } from './resolve.ts';
import { setFindings } from './set-findings.ts';

/** What a mode is called that asks for nothing. */
const nobody = 'nothing';

/** In which ways a caller may say who they are, and what each is made of. */
export function compareAuth({ after, before, place }: Operations): readonly Finding[] {
  const [was, is] = [authModes(before), authModes(after)];
  // Where nothing is asked for, whatever else is sent does not matter.
  const gone = is.includes(nobody) ? was.filter((mode) => is.includes(mode)) : was;
  const codes = { gone: 'auth-removed', come: 'auth-added' } as const;
  const schemes = new Set(was.filter((mode) => is.includes(mode)).flatMap((mode) => mode.split(' and ')));
  const changed = [...schemes].flatMap((scheme): readonly Finding[] => {
    const [old, now] = [schemeWords(before.document, scheme), schemeWords(after.document, scheme)];
    if (old === now || old === null || now === null) return [];
    return [{ place: scheme, direction: 'sent', code: 'auth-changed', was: old, is: now }];
  });
  return [...setFindings(gone, is, codes, { place, direction: 'sent' }), ...changed];
}

/** `publishableKey and userToken`, each way in which a caller may say who they are. */
function authModes({ document, operation }: Operations['before']): readonly string[] {
  const modes = listOf(memberOf(operation, 'security') ?? document['security']);
  if (modes.length === 0) return [nobody];
  return modes.map((mode) => Object.keys(objectOf(mode)).toSorted().join(' and ') || nobody);
}

/** Where and how it is sent; null where the document does not say. */
function schemeWords(document: JsonObject, name: string): string | null {
  const { securitySchemes } = objectOf(document['components']);
  const { bearerFormat: _, description: __, ...scheme } = resolve(document, memberOf(securitySchemes, name)).value;
  return Object.keys(scheme).length === 0 ? null : canonicalJson(scheme);
}
