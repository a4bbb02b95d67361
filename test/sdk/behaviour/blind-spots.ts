import type { SeenRequest } from '../../support/scripted-server.ts';
import type { BehaviourCase, Expectation, Outcome } from './behaviour-case.ts';
import { isObject } from './json-object.ts';
import { judge } from './judge.ts';

type Place = readonly string[];

/** Forms whose value says nothing, or only what must not be there: another one need not be told. */
const silentForms = new Set(['$any', '$absent', '$excludes', '$atMost']);

/**
 * The expected values of a case that could be anything: those that may be replaced without the runner telling it. A case
 * that has one proves less than it says.
 */
export function blindSpots(one: BehaviourCase, outcome: Outcome, requests: readonly SeenRequest[]): readonly string[] {
  return leaves(one.expect, [])
    .filter((place) => !isUnseen(place, requests.length))
    .filter((place) => judge({ ...one, expect: planted(one.expect, place) }, outcome, requests).length === 0)
    .map((place) => place.join('.'));
}

/** Where values stand that hold no others. */
function leaves(value: unknown, place: Place): readonly Place[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [place];
  return Object.entries(value).flatMap(([name, member]) => leaves(member, [...place, name]));
}

function isUnseen(place: Place, requests: number): boolean {
  const [member, index] = place;
  if (place.some((name) => silentForms.has(name)) || member === 'fewer') return true;
  return member === 'requests' && Number(index) >= requests;
}

function planted(expect: Expectation, place: Place): Expectation {
  const copy = structuredClone(expect);
  const holder = place.slice(0, -1).reduce<unknown>((value, name) => memberOf(value, name), copy);
  const name = place.at(-1) ?? '';
  if (typeof holder === 'object' && holder !== null) Reflect.set(holder, name, other(memberOf(holder, name), name));
  return copy;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function other(value: unknown, name: string): unknown {
  if (name === '$matches') return '^planted$';
  if (typeof value === 'string') return `${value} planted`;
  if (typeof value === 'number') return value * 1e9 + 1e6;
  if (typeof value === 'boolean') return !value;
  if (name === 'requests') return [{ method: 'GET', path: ['planted'] }];
  if (name === 'hooks') return [{ hook: 'planted' }];
  return isObject(value) ? { planted: true } : ['planted'];
}
