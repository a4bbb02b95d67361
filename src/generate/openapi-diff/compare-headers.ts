import type { JsonObject } from '../../engine/json.ts';
import type { Operations } from './compare-parameters.ts';
import type { Finding, Place } from './difference.ts';
import { headerCertainty } from './header-certainty.ts';
import { nameOf, resolve } from './resolve.ts';
import { setFindings } from './set-findings.ts';

/** Headers of an answer by their name. One that many answers share is told of once. */
export function compareHeaders(
  { after, before, schemas }: Operations,
  was: JsonObject,
  is: JsonObject,
  at: Place,
): readonly Finding[] {
  const codes = { gone: 'header-removed', come: 'header-added' } as const;
  const both = Object.keys(was).filter((name) => name in is);
  return [
    ...setFindings(Object.keys(was), Object.keys(is), codes, at),
    ...both.flatMap((name) => {
      const [old, now] = [resolve(before.document, was[name]), resolve(after.document, is[name])];
      const place = now.reference === null ? `${at.place} ${name}` : nameOf(now.reference);
      const here = { ...at, place };
      return [
        ...headerCertainty(old.value['required'] === true, now.value['required'] === true, here),
        ...schemas.compare(old.value['schema'] ?? {}, now.value['schema'] ?? {}, here),
      ];
    }),
  ];
}
