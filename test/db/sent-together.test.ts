import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { type Answered, SentTogether } from '../../src/db/sent-together.ts';
import { newPostgresDatabase } from '../support/databases.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

type Answer = Parameters<Answered>[0];

/** A text that `pg` asks for when it sends it, so that it can be seen whether anything still holds it. */
class Said {
  toPostgres(): string {
    return 'x';
  }
}

it.each([
  ['succeeded', 'SELECT $1::text AS said'],
  ['failed', 'SELECT $1::text::int AS said'],
])('nothing is held of what has %s, though what sent it still is', async (_, text) => {
  const client = new pg.Client({ connectionString: await newPostgresDatabase(), query_timeout: 60_000 });
  await client.connect();
  onTestFinished(() => client.end());
  const refs: WeakRef<object>[] = [];
  // Nothing of it may be in a variable of the test itself.
  const ask = async (): Promise<SentTogether> => {
    const said = new Said();
    let sent: SentTogether | undefined;
    const answer = await new Promise<Answer>((resolve) => {
      sent = new SentTogether([{ text, values: [said] }], resolve);
      client.query(sent);
    });
    refs.push(new WeakRef(said), new WeakRef(answer));
    if ('results' in answer) expect(answer.results[0]?.rows).toStrictEqual([{ said: 'x' }]);
    if (sent === undefined) throw new Error('Nothing was sent.');
    return sent;
  };
  const sent = await ask();
  // What a WeakRef was made of lasts until the job has ended in which it was made.
  await setImmediate();
  collect();
  expect(refs.map((ref) => ref.deref())).toStrictEqual([undefined, undefined]);
  expect(sent.completed).toBe(text.includes('int') ? 0 : 1);
});
