import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../../../../src/db/contract.ts';
import { Frontier } from '../../../../../src/components/audit/proof/frontier.ts';
import { GrowingTiles } from '../../../../../src/components/audit/proof/growing-tiles.ts';
import { chainHash, hashText, leafHash, zeroHash } from '../../../../../src/components/audit/proof/hash.ts';
import { tileBytes } from '../../../../../src/components/audit/proof/tile.ts';
import { createHost } from '../../../../../src/host/create-host.ts';

const { ids } = createHost();

const environmentId = 'env_sealed';
export const masterKey = Buffer.alloc(32, 5);

/** The environment that the chains are of: `acme/production`. */
export async function makeEnvironment(database: Database): Promise<void> {
  await database.withControlPlane('write', async (tx) => {
    await tx.execute(sql`INSERT INTO projects VALUES ('prj_sealed', 'acme', now())`);
    await tx.execute(sql`INSERT INTO environments (id, project_id, key, mode, created_at)
      VALUES (${environmentId}, 'prj_sealed', 'production', 'live', now())`);
  });
}

/** Writes entries of these tenants, in this order, and answers with their ids. */
export async function writeEntries(tx: Transaction, tenants: readonly string[]): Promise<readonly string[]> {
  const rows = tenants.map((tenant) => ({ id: ids.next('aud'), tenant }));
  await tx.execute(sql`
    INSERT INTO audit_entries (environment_id, id, tenant_id, recorded_at, occurred_at, action, outcome, actor_type, actor_id, body)
    SELECT ${environmentId}, id, tenant, now(), now(), 'user.updated', 'success', 'user', 'ada', '{"id":"' || id || '","note":"zażółć 🙂 \\u0000"}'
    FROM unnest(${sql.param(rows.map(({ id }) => id))}::text[], ${sql.param(rows.map(({ tenant }) => tenant))}::text[]) AS given (id, tenant)`);
  return rows.map(({ id }) => id);
}

export async function write(database: Database, ...tenants: readonly string[]): Promise<readonly string[]> {
  return database.withControlPlane('write', (tx) => writeEntries(tx, tenants));
}

/** Whether entries are left without their place: transactions of other tests on the same server hold the sealer back. */
export async function isUnsealed(database: Database): Promise<boolean> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ left: boolean }>(sql`SELECT EXISTS (SELECT FROM audit_entries e WHERE NOT EXISTS
      (SELECT FROM audit_seals s WHERE s.entry_id = e.id)) AS left`),
  );
  return rows[0]?.left === true;
}

interface SealRow {
  readonly [column: string]: unknown;
  readonly tenant: string;
  readonly sequence: number;
  readonly id: string;
  readonly body: string;
  readonly leaf: string;
  readonly hash: string;
  readonly previous: string;
}

/** All seals as they are stored, by tenant and sequence. */
export async function readSeals(database: Database): Promise<readonly SealRow[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<SealRow>(sql`
      SELECT s.tenant_id AS tenant, s.sequence::int AS sequence, e.id, e.body, encode(s.leaf, 'hex') AS leaf,
        'sha256:' || encode(s.hash, 'hex') AS hash, 'sha256:' || encode(s.previous_hash, 'hex') AS previous
      FROM audit_seals s JOIN audit_entries e ON e.id = s.entry_id AND e.recorded_at = s.recorded_at
      ORDER BY s.tenant_id, s.sequence, e.id`),
  );
  return rows;
}

/** What is stored must be what follows from the bodies alone, in the order of the sequences: seals, chains and tiles. */
export async function rebuildChains(
  database: Database,
): Promise<{ readonly stored: unknown; readonly expected: unknown }> {
  const seals = await readSeals(database);
  const stored: unknown[] = seals.map(({ hash, leaf, previous, sequence, tenant }) => ({
    tenant,
    sequence,
    leaf,
    hash,
    previous,
  }));
  const expected: unknown[] = [];
  const chains = Map.groupBy(seals, ({ tenant }) => tenant);
  const tiles: unknown[] = [];
  const tips: unknown[] = [];
  for (const [tenant, rows] of chains) {
    const frontier = Frontier.empty();
    const growing = new GrowingTiles(0, []);
    let head = zeroHash;
    for (const [index, { body }] of rows.entries()) {
      const leaf = leafHash(body);
      const hash = chainHash(head, leaf);
      expected.push({
        tenant,
        sequence: index + 1,
        leaf: Buffer.from(leaf, 'latin1').toString('hex'),
        hash: hashText(hash),
        previous: hashText(head),
      });
      head = hash;
      frontier.append(leaf);
      growing.append(leaf);
    }
    tips.push({ tenant, size: rows.length, head: hashText(head), frontier: frontier.bytes.toString('hex') });
    for (const tile of growing.takeChanged())
      tiles.push({ tenant, level: tile.level, index: tile.index, hashes: tileBytes(tile.hashes).toString('hex') });
  }
  const kept = await database.withControlPlane('read', async (tx) => ({
    tips: (
      await tx.execute(sql`SELECT tenant_id AS tenant, size::int AS size, 'sha256:' || encode(head, 'hex') AS head,
      encode(frontier, 'hex') AS frontier FROM audit_chains ORDER BY tenant_id`)
    ).rows,
    tiles: (
      await tx.execute(sql`SELECT tenant_id AS tenant, level, index::int AS index, encode(hashes, 'hex') AS hashes
      FROM audit_tiles ORDER BY tenant_id, level, index`)
    ).rows,
  }));
  const inOrder = (rows: readonly unknown[]): readonly string[] => rows.map((row) => JSON.stringify(row)).toSorted();
  return {
    stored: { seals: stored, tips: inOrder(kept.tips), tiles: inOrder(kept.tiles) },
    expected: { seals: expected, tips: inOrder(tips), tiles: inOrder(tiles) },
  };
}
