import type { JsonObject } from '../../../../engine/json.ts';
import { listOf, objectOf, textOf } from '../../../../engine/json-fields.ts';
import type { Draft } from '../draft.ts';
import { refuseUnwritable } from '../unwritable.ts';
import { clausesOf } from './clause.ts';
import type { NamedFlag } from './named-flag.ts';
import type { Segments } from './segments.ts';
import { isExperimental, servingOf } from './serving.ts';
import { targetsOf } from './targets.ts';

interface FlagPlace {
  readonly source: NamedFlag;
  readonly segments: Segments;
  readonly draft: Draft;
}

/** Targets, rules and fallthrough. @throws Inexpressible where targets or the fallthrough have no equal */
export function flagRules({ draft, segments, source }: FlagPlace): JsonObject {
  const { names, rules: written, subject } = source;
  const { rules: first, targets } = targetsOf(written, names);
  const rules = [...first];
  const taken = new Set<string>();
  for (const [index, value] of listOf(written['rules']).entries()) {
    const rule = objectOf(value);
    const said = textOf(rule['description']) ?? '';
    const translated = draft.attempt(
      'import/rule-left-out',
      subject,
      `Rule ${index + 1}${said === '' ? '' : ` (${said})`} was left out`,
      () => {
        const condition = clausesOf(rule['clauses'], segments);
        if (condition === false) return { if: false, serve: null };
        const serve = servingOf(rule, names);
        refuseUnwritable({ ...(typeof condition === 'boolean' ? {} : { if: condition }), serve });
        return { if: condition, serve };
      },
    );
    if (translated === undefined || translated.if === false) continue;
    const isNamed = said !== '' && said.length <= 200 && !taken.has(said);
    taken.add(said);
    rules.push({
      ...(isNamed ? { name: said } : {}),
      ...(translated.if === true ? {} : { if: translated.if }),
      serve: translated.serve,
    });
    if (translated.if === true) break;
  }
  if (isExperiment(written))
    draft.note(
      'import/experiment-left-out',
      subject,
      'Its experiment deals as before; what it measures was not imported.',
    );
  const fallthrough = objectOf(written['fallthrough']);
  const isOff = written['on'] !== true;
  return {
    ...(targets === undefined || Object.keys(targets).length === 0 ? {} : { targets }),
    ...(rules.length === 0 ? {} : { rules }),
    // One that is off is never asked so far; a summary of the export leaves it out.
    ...(isOff && Object.keys(fallthrough).length === 0 ? {} : { fallthrough: servingOf(fallthrough, names) }),
  };
}

function isExperiment(written: JsonObject): boolean {
  const serving = [written['fallthrough'], ...listOf(written['rules'])].map(objectOf);
  return serving.some(({ rollout }) => isExperimental(objectOf(rollout)));
}
