// One chain that servers have written, sealed and exported whose clocks tell other times.
import { expect, it, onTestFinished } from 'vitest';
import { assembleServer } from '../../../../src/app/assemble-server.ts';
import { httpControlPlane } from '../../../../src/app/client/http-control-plane.ts';
import { injectTransport } from '../../../../src/app/client/inject-transport.ts';
import { verifyExport } from '../../../../src/components/audit/proof/verify-export.ts';
import type { Database } from '../../../../src/db/contract.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import type { ControlPlaneServer } from '../../../../src/server/control-plane-server.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { localToken, textOf } from '../../../support/test-server.ts';

const minute = 60_000;
const headers = {
  authorization: `Bearer ${localToken}`,
  'dream-project': 'acme',
  'dream-environment': 'development',
};

/** A server whose clock goes ahead by so much, or behind. */
async function serverAhead(database: Database, milliseconds: number): Promise<ControlPlaneServer> {
  const server = await assembleServer({
    host: { ...createHost(), clock: { now: () => new Date(Date.now() + milliseconds) } },
    database,
    masterKey: new Uint8Array(32).fill(7),
    localToken,
    logLevel: 'silent',
  });
  onTestFinished(() => server.close());
  return server;
}

async function exportBy(server: ControlPlaneServer): Promise<Buffer> {
  const transport = injectTransport({ server, headers, description: 'test', release: () => Promise.resolve() });
  const chunks: Uint8Array[] = [];
  for await (const chunk of await httpControlPlane(transport).audit.export({ format: 'ndjson', tenant: 'globex' }))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

function entriesIn(bytes: Buffer): readonly JsonObject[] {
  const lines = bytes.toString().split('\n').slice(0, -2);
  return lines.map((line) => JSON.parse(line) as JsonObject);
}

anyDatabase((databases) => {
  it('EC-12 a chain of servers whose clocks are ten minutes apart is verified whole, in the order of the chain', async () => {
    const database = await databases.open();
    const exact = await serverAhead(database, 0);
    const servers = [exact, await serverAhead(database, 10 * minute), await serverAhead(database, -10 * minute)];
    const send = async (server: ControlPlaneServer, path: string, body: JsonObject): Promise<void> => {
      const sent = { 'content-type': 'application/json', ...headers };
      const answer = await server.inject({ method: 'POST', path, headers: sent, body: JSON.stringify(body) });
      expect([path, answer.status]).toEqual([path, 201]);
    };
    await send(exact, '/v1/tenants', { id: 'globex', name: 'Globex' });
    const rounds = 8;
    for (let round = 0; round < rounds; round += 1) {
      // One after the other, and then at once.
      for (const [index, server] of servers.entries()) {
        const of = { action: 'note.made', tenantId: 'globex', actor: { id: `user-${index}` } };
        await send(server, '/v1/audit/entries', { ...of, metadata: { round } });
      }
      await Promise.all(
        servers.map((server, index) =>
          send(server, '/v1/tenants/globex/service-accounts', { name: `program ${round} of ${index}`, roles: [] }),
        ),
      );
      // Each in turn seals, also what comes from a later hour than its own.
      await servers[round % servers.length]?.work();
    }
    const written = 1 + rounds * servers.length * 2;
    const arrived = async (): Promise<number> => {
      for (const server of servers) await server.work();
      return entriesIn(await exportBy(exact)).length;
    };
    // A chain is signed once a second at most.
    await expect.poll(arrived, { timeout: 20_000 }).toBe(written);
    for (const server of servers) {
      const bytes = await exportBy(server);
      async function* once(): AsyncGenerator<Uint8Array> {
        yield bytes;
      }
      expect(await verifyExport(once(), [])).toMatchObject({
        valid: true,
        entries: written,
        first: 1,
        last: written,
        checkpoint: { size: written },
        firstInvalid: null,
      });
      const entries = entriesIn(bytes);
      expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
      const times = entries.map(({ timestamp }) => Date.parse(textOf(timestamp)));
      // What proves that the clocks were at odds, and that the chain was not put in their order.
      expect(times.filter((time, index) => time < (times[index - 1] ?? 0) - 5 * minute).length).toBeGreaterThan(rounds);
      expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(19 * minute);
      const told = entries.filter(({ action }) => action === 'note.made');
      const rounded = told.map(({ metadata }) => (metadata as { readonly round: number }).round);
      expect(rounded).toEqual(rounded.toSorted((one, other) => one - other));
    }
  });
});
