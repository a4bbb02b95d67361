import { attributeName } from '../attribute.ts';
import { compileTest } from '../compile-test.ts';
import { dealIn } from '../deals/compile-deal.ts';
import { numberIn, objectIn, objectsIn, optional, textIn, textsIn } from '../read.ts';
import type { Test, ValueTest } from '../ruleset.ts';
import type { Scope } from '../scope.ts';
import { keysCheck } from '../segments.ts';
import { compileValueTests } from '../values/compile-value-test.ts';
import { bucketOf } from './bucket.ts';
import type { ExplainedCondition, ExplainedSegment } from './explanation.ts';

/** What conditions are explained by: the segments as they stand in the ruleset, and what everything compiles with. */
export interface Circumstances {
  readonly scope: Scope;
  readonly segments: object;
  readonly context: object;
}

export function explainCondition(source: object, place: Circumstances): ExplainedCondition {
  const op = textIn(source, 'op') as Test['op'];
  return { op, holds: compileTest(source, place.scope)(place.context), ...details(op, source, place) };
}

function details(op: Test['op'], source: object, place: Circumstances): Omit<ExplainedCondition, 'op' | 'holds'> {
  switch (op) {
    case 'all':
    case 'any':
      return { of: objectsIn(source, 'of').map((one) => explainCondition(one, place)) };
    case 'not':
      return { of: [explainCondition(objectIn(source, 'of'), place)] };
    case 'segment':
      return { segments: textsIn(source, 'keys').map((key) => explainSegment(key, place)) };
    case 'share':
      return shareDetails(source, place);
    case 'now':
      return {
        now: place.scope.clock.now(),
        ...present('after', optional(source, 'after', numberIn)),
        ...present('before', optional(source, 'before', numberIn)),
      };
    case 'attribute':
      return attributeDetails(source, place);
  }
}

function attributeDetails(source: object, { context, scope }: Circumstances): Omit<ExplainedCondition, 'op' | 'holds'> {
  const of = objectIn(source, 'of');
  const value = scope.attributes.of(of).read(context);
  const tests = objectsIn(source, 'tests').map((test) => ({
    test: test as ValueTest,
    holds: compileValueTests({ tests: [test] })(value),
  }));
  return { attribute: attributeName(of), ...present('value', value), tests };
}

function shareDetails(source: object, { context, scope }: Circumstances): Omit<ExplainedCondition, 'op' | 'holds'> {
  const by = objectIn(source, 'by');
  const deal = dealIn(source);
  const value = scope.attributes.of(by).read(context);
  return {
    attribute: attributeName(by),
    ...present('value', value),
    ...present('bucket', bucketOf(deal, deal.unit(value))),
    upTo: numberIn(source, 'upTo'),
  };
}

function explainSegment(segment: string, place: Circumstances): ExplainedSegment {
  const source = objectIn(place.segments, segment);
  const rules = optional(source, 'rules', objectsIn) ?? [];
  return {
    segment,
    holds: place.scope.segments.member(segment, place.scope)(place.context),
    isIncluded: keysCheck(source, 'include', place.scope)(place.context),
    isExcluded: keysCheck(source, 'exclude', place.scope)(place.context),
    rules: rules.map((rule) => ({
      ...present('name', optional(rule, 'name', textIn)),
      condition: explainCondition(objectIn(rule, 'if'), place),
    })),
  };
}

/** The field, where there is a value for it. */
export function present<Name extends string, T>(name: Name, value: T | undefined): { readonly [N in Name]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]?: T });
}
