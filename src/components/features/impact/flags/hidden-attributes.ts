import { attributeText } from '../../evaluation/attribute-path.ts';
import { isSensitive } from '../../evaluation/is-sensitive.ts';
import type { AttributePath, Ruleset } from '../../evaluation/ruleset.ts';
import { attributesOfFlag, attributesOfSegment } from '../../ruleset/attributes-asked.ts';
import type { ComparedFlag } from './flag-states.ts';
import { restsOn, splitName } from './rests-on.ts';

/**
 * What the flag looks at, or whatever it rests on, and no context that was reported has, since it is sensitive: as
 * conditions name it, `user.email`. Whom the flag would give something else cannot be told for sure without it.
 */
export function hiddenAttributes(before: Ruleset, after: Ruleset, flag: ComparedFlag): ReadonlySet<string> {
  // Reports went by what is live.
  const { sensitive = {} } = before;
  const asked = [...attributesAsked(before, flag.before), ...attributesAsked(after, flag.after)];
  const hidden = asked.filter((attribute) => isSensitive(sensitive, attribute));
  return new Set(hidden.map(({ kind, path }) => attributeText(kind, path.slice(0, 1))));
}

/** By an agreement with the tenant, or by its plan. */
const whoHasIt: readonly AttributePath[] = [
  { kind: 'tenant', path: ['key'] },
  { kind: 'tenant', path: ['plan'] },
];

function attributesAsked(ruleset: Ruleset, flag: string): readonly AttributePath[] {
  return [...restsOn(ruleset, flag)].flatMap((name) => {
    const [kind, key] = splitName(name);
    if (kind === 'Entitlement') return whoHasIt;
    const rules = kind === 'Flag' && Object.hasOwn(ruleset.flags, key) ? ruleset.flags[key] : undefined;
    if (rules !== undefined) return attributesOfFlag(rules);
    const segment = kind === 'Segment' && Object.hasOwn(ruleset.segments, key) ? ruleset.segments[key] : undefined;
    return segment === undefined ? [] : attributesOfSegment(segment);
  });
}
