import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import { entriesOf, listOf, objectOf, textsOf } from '../../engine/json-fields.ts';
import type { Beside, FindBody } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import {
  asksTooMuch,
  type Budget,
  checkDepth,
  deepest,
  deepestSegment,
  longestChain,
  mostTests,
  mostWays,
  spend,
  tooDeep,
  tooMany,
} from './evaluation/limits.ts';
import { Nested } from './evaluation/nested.ts';
import { flagsWithoutEnd } from './evaluation/prerequisite-chains.ts';
import { Malformed } from './evaluation/read.ts';
import type { FeaturesFinding } from './findings.ts';

/*
 * What the evaluator would refuse because it goes too far, by the evaluator's own limits and its own count. Each mistake is
 * reported where the limit is first passed; whatever rests on that cannot be evaluated either, and is not reported again.
 */

export function segmentReach(body: JsonObject, _find: FindBody, { all, key }: Beside): readonly FeaturesFinding[] {
  if (body['rules'] === undefined || areSmall(all('Segment'))) return [];
  const finding = reachOf(all('Segment')).findings.get(key);
  return finding === undefined ? [] : [finding];
}

export function flagReach(body: JsonObject, _find: FindBody, { all, key }: Beside): readonly FeaturesFinding[] {
  return [...conditionReach(body, all), ...prerequisiteReach(body, key, all)];
}

type All = Beside['all'];
type Bodies = ReturnType<All>;

function conditionReach(body: JsonObject, all: All): readonly FeaturesFinding[] {
  const { asksSegments, isShort } = sizeOf(body['rules']);
  if (isShort && (!asksSegments || areSmall(all('Segment')))) return [];
  const finding = weighed(body['rules'], { tests: 0 }, (segment, budget) =>
    reachOf(all('Segment')).member(segment, budget),
  );
  return typeof finding === 'object' ? [finding] : [];
}

function prerequisiteReach(body: JsonObject, key: string, all: All): readonly FeaturesFinding[] {
  const prerequisites = entriesOf(body['prerequisites']);
  const [only, second] = prerequisites;
  if (only === undefined) return [];
  const problems = chainProblems(all('Flag'));
  const isFirst = problems.get(key) === tooMany && prerequisites.every(([other]) => !problems.has(other));
  if (!isFirst) return [];
  const message = `Flags hang on flags further than ${longestChain} one behind the other, or on more than ${mostWays.toLocaleString('en')} of them: it could not be evaluated.`;
  const pointer = second === undefined ? childPointer('/prerequisites', only[0]) : '/prerequisites';
  return [{ code: 'features/too-many-prerequisites', pointer, atKey: true, message }];
}

/**
 * Characters of rules as JSON below which nothing can be wrong with them: eight for each condition inside another, and a
 * hundred such segments, each asked for by a few characters, take fewer tests than an answer may.
 */
const short = 8 * deepest;

function sizeOf(rules: Json | undefined): { readonly isShort: boolean; readonly asksSegments: boolean } {
  const text = JSON.stringify(rules ?? null);
  return { isShort: text.length < short, asksSegments: text.includes('"segment":') };
}

const knownSmall = new WeakMap<Bodies, boolean>();

/** Segments of which none asks for another and all are short, as nearly always: what takes longer is spared those who have no more. */
function areSmall(segments: Bodies): boolean {
  const known =
    knownSmall.get(segments) ??
    segments.every(({ body }) => {
      const { asksSegments, isShort } = sizeOf(body['rules']);
      return isShort && !asksSegments;
    });
  knownSmall.set(segments, known);
  return known;
}

const knownProblems = new WeakMap<Bodies, ReadonlyMap<string, string>>();

/** Of all flags together, once for each list of them. */
function chainProblems(flags: Bodies): ReadonlyMap<string, string> {
  const known =
    knownProblems.get(flags) ??
    flagsWithoutEnd(
      new Map(
        flags.map(({ body, key }) => [
          key,
          { prerequisites: entriesOf(body['prerequisites']).map(([flag]) => ({ flag })) },
        ]),
      ),
    );
  knownProblems.set(flags, known);
  return known;
}

const knownReach = new WeakMap<Bodies, SegmentReach>();

/** Of all segments together, once for each list of them. */
function reachOf(segments: Bodies): SegmentReach {
  const known = knownReach.get(segments) ?? new SegmentReach(segments);
  knownReach.set(segments, known);
  return known;
}

class SegmentReach {
  readonly findings = new Map<string, FeaturesFinding>();
  readonly #rules: ReadonlyMap<string, Json | undefined>;
  /** Those whose segments have all been weighed before them: circles are reported by whoever looks for them. */
  readonly #weighed = new Set<string>();
  readonly #nested = new Nested<undefined, Budget>((key, budget) => {
    const finding = weighed(this.#rules.get(key), budget, (segment, inner) => this.member(segment, inner));
    if (finding === undefined) return undefined;
    if (finding !== 'below') this.findings.set(key, finding);
    throw new Malformed('reported where it begins');
  });

  constructor(segments: Bodies) {
    this.#rules = new Map(segments.map(({ body, key }) => [key, body['rules']]));
    for (const key of this.#inOrder()) {
      this.#weighed.add(key);
      try {
        this.#nested.member(key, { tests: 0 });
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
      }
    }
  }

  /** Throws `Malformed` where the segment goes too far. */
  member(key: string, budget: Budget): void {
    if (this.#weighed.has(key)) this.#nested.member(key, budget);
  }

  /** Each behind those that it asks for, so that nothing is weighed inside another, however long the chain is. */
  #inOrder(): readonly string[] {
    const open = new Map<string, number>();
    const askedBy = new Map<string, string[]>();
    for (const [key, rules] of this.#rules) {
      const asked = new Set(segmentsIn(rules).filter((other) => this.#rules.has(other)));
      open.set(key, asked.size);
      for (const other of asked) {
        const above = askedBy.get(other) ?? [];
        askedBy.set(other, above);
        above.push(key);
      }
    }
    const order = [...open].flatMap(([key, count]) => (count === 0 ? [key] : []));
    // Grows while it is read.
    for (const key of order) {
      for (const above of askedBy.get(key) ?? []) {
        const left = (open.get(above) ?? 0) - 1;
        open.set(above, left);
        if (left === 0) order.push(above);
      }
    }
    return order;
  }
}

function segmentsIn(rules: Json | undefined): readonly string[] {
  const found: string[] = [];
  weighed(rules, { tests: Number.NEGATIVE_INFINITY }, (segment) => found.push(segment));
  return found;
}

/** Asks for a segment, and says what that costs. */
type Ask = (segment: string, budget: Budget) => void;

/** Counts as compiling does. `below`: a segment that it asks for goes too far. */
function weighed(rules: Json | undefined, budget: Budget, ask: Ask): FeaturesFinding | 'below' | undefined {
  let place = '';
  let isAsking = false;
  try {
    listOf(rules).forEach((rule, index) => {
      weigh(objectOf(rule)['if'], 0, `/rules/${index}/if`);
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return tooMuch(error.message, place, isAsking);
  }

  /** Several tests in one condition are one more, of which all must hold. */
  function weigh(condition: Json | undefined, depth: number, at: string): void {
    const tests = entriesOf(condition);
    if (tests.length === 1) place = at;
    else enter(depth, at);
    const inside = tests.length === 1 ? depth : depth + 1;
    for (const [name, value] of tests) weighTest(name, value, inside, childPointer(at, name));
  }

  function weighTest(name: string, value: Json, depth: number, at: string): void {
    enter(depth, at);
    if (name === 'any' || name === 'all')
      listOf(value).forEach((one, index) => weigh(one, depth + 1, childPointer(at, index)));
    else if (name === 'not') weigh(value, depth + 1, at);
    else if (name === 'segment') askFor(textsOf(value));
    else weighValue(value, 0, at);
  }

  function askFor(segments: readonly string[]): void {
    isAsking = true;
    for (const segment of new Set(segments)) ask(segment, budget);
    isAsking = false;
  }

  function weighValue(test: Json | undefined, depth: number, at: string): void {
    place = at;
    checkDepth(depth);
    if (!isJsonObject(test)) return;
    for (const name of ['not', 'size'])
      if (test[name] !== undefined) weighValue(test[name], depth + 1, childPointer(at, name));
  }

  function enter(depth: number, at: string): void {
    place = at;
    checkDepth(depth);
    spend(budget, 1);
  }
}

function tooMuch(why: string, pointer: string, isAsking: boolean): FeaturesFinding | 'below' {
  if (why === asksTooMuch) {
    const most = mostTests.toLocaleString('en');
    const message = `Up to here one answer may take more than ${most} tests, those of segments counted each time they are asked for.`;
    return { code: 'features/asks-too-much', pointer, message };
  }
  if (why !== tooDeep) return 'below';
  const message = isAsking
    ? `Segments ask for segments here, more than ${deepestSegment} one below the other.`
    : `Conditions stand in conditions here, more than ${deepest} deep.`;
  return { code: 'features/too-deep', pointer, message };
}
