// Bodies near what the command line really sends: the whole example project and its changesets, damaged in places.
// test/server/fuzz.test.ts has bodies near every operation's schema, test/engine/load/fuzz.test.ts damaged files.
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../src/engine/json.ts';
import { toJson } from '../../src/engine/to-json.ts';
import { controlPlaneOn, requestOn } from '../support/control-plane.ts';
import { useDatabases } from '../support/databases.ts';
import { longRun } from '../support/long-run.ts';
import { load } from '../support/project-folder.ts';

const runs = longRun ? 10_000 : 60;
const databases = useDatabases('postgres');

const strange = fc.constantFrom<Json>(
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'on',
  'Plan',
  'pro',
  '${secrets.A}',
  '${vars.B}',
  '\u0000',
  '\ud800',
  '__proto__',
  [],
  {},
  [[[]]],
  { __proto: 1 },
  'x'.repeat(5_000),
  ['a', 'a'],
);

interface Damage {
  /** Which of the value's places, as a share of all of them. */
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'rename' | 'double';
  readonly by: Json;
}

const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({ at: fc.nat(9_999), how: fc.constantFrom('replace', 'remove', 'rename', 'double'), by: strange }),
  { maxLength: 4 },
);

/** The damaged copy of a value; the damage may be anywhere in it, however deep. */
function damaged(value: Json, all: readonly Damage[]): Json {
  const copy = structuredClone(value);
  for (const { at, how, by } of all) {
    const places = placesIn(copy);
    const place = places[Math.floor((at / 10_000) * places.length)];
    if (place === undefined) continue;
    const { holder, key } = place;
    if (Array.isArray(holder)) {
      const index = Number(key);
      if (how === 'remove') holder.splice(index, 1);
      else if (how === 'double') holder.push(holder[index] ?? null);
      else holder[index] = by;
    } else if (how === 'remove') delete holder[key];
    else if (how === 'replace') holder[key] = by;
    else holder[typeof by === 'string' ? by : `${key}s`] = holder[key] ?? null;
  }
  return copy;
}

type Holder = { [key: string]: Json } | Json[];

function placesIn(value: Json): { readonly holder: Holder; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder: Holder = value as Holder;
  return Object.entries(holder).flatMap(([key, inner]: [string, Json]) => [{ holder, key }, ...placesIn(inner)]);
}

it(`P02 ${runs} damaged desired states and changesets give an answer or an error with a code, never a 500`, {
  timeout: 60 * 60_000,
}, async () => {
  const { configuration } = await load(resolve('examples/acme'));
  if (configuration === null) throw new Error('examples/acme is not valid');
  const controlPlane = await controlPlaneOn(await databases.open());
  const request = requestOn(controlPlane);
  const desired = toJson(configuration.desiredState('development'));
  const planned = await request('POST', '/v1/changesets', { desired });
  expect(planned).toMatchObject({ status: 200 });
  const changeset = planned.body;
  const bodies: readonly (readonly [path: string, body: JsonObject])[] = [
    ['/v1/changesets', { desired }],
    ['/v1/revisions', { desired, author: 'ada@acme.com', dryRun: true }],
    ['/v1/revisions', { desired, author: 'ada@acme.com' }],
    ['/v1/revisions', { changeset, author: 'ada@acme.com' }],
  ];
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...bodies), damages, async ([path, body], all) => {
      const sent = damaged(body, all);
      if (!isJsonObject(sent)) return;
      const answer = await request('POST', path, sent);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status >= 500) throw new Error(JSON.stringify(answer.body));
      if (answer.status >= 400)
        expect(answer.body).toMatchObject({
          success: false,
          error: { code: expect.stringMatching(/^[a-z-]+\/[a-z-]+$/u), message: expect.stringMatching(/./u) },
        });
    }),
    { numRuns: runs, seed: 20_261_122, endOnFailure: true },
  );
  // Both sides of the door were seen.
  const share = (wanted: number): number =>
    [...statuses].filter(([status]) => Math.floor(status / 100) === wanted).reduce((sum, [, many]) => sum + many, 0) /
    runs;
  expect(share(2)).toBeGreaterThan(0.1);
  expect(share(4)).toBeGreaterThan(0.3);
});
