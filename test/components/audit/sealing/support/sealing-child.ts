// Run by a test as a process of its own, to be killed: writes entries of several tenants and seals them, both at once and
// for as long as it lives, and says of each entry that it is written once that is committed.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSealer } from '../../../../../src/components/audit/sealing/sealer.ts';
import { openDatabase } from '../../../../../src/db/open-database.ts';
import { makeEnvironment, masterKey, write } from './chains.ts';

const [address = '', isFirst] = process.argv.slice(2);
const random = { bytes: (length: number): Uint8Array => randomBytes(length) };
const place = address.startsWith('postgres:') ? { postgres: { url: address } } : { embedded: { directory: address } };
const database = await openDatabase({ host: { random }, ...place });
if (isFirst === 'first') await makeEnvironment(database);

async function writeOn(): Promise<never> {
  for (let round = 0; ; round += 1) {
    const ids = await write(database, '', 'globex', round % 2 === 0 ? 'globex' : 'initech');
    process.stdout.write(`wrote ${ids.join(' ')}\n`);
    // As many as are needed to be killed between two of them, and not as many as there can be.
    await sleep(3);
  }
}

async function sealOn(): Promise<never> {
  const sealer = createSealer({ host: { random }, masterKey });
  const { signal } = new AbortController();
  for (;;) {
    await sealer.round({ database, now: new Date(), signal, report: () => {} });
    process.stdout.write('sealed\n');
  }
}

await Promise.all([writeOn(), writeOn(), sealOn()]);
