// Entries as rows, for tests of those who read them. Usage:
//
//   const stored = await storeEntries(database, { environment: 'development', entries: [entryOf({ tenantId: 'acme' })] });
//
// They are sealed in the order in which they are given, each tenant's in a chain of its own; `unsealed` are those behind.
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { AuditEntry, SealedEntry } from '../../../src/components/audit/entries/entry.ts';
import type { Database } from '../../../src/db/contract.ts';
import { seal } from './hostile-entries.ts';

let made = 0;

/** One that nothing was said of but what is given here. Each is a second younger than the one before. */
export function entryOf(given: Partial<AuditEntry> = {}): AuditEntry {
  made += 1;
  const timestamp = new Date(Date.parse('2026-11-01T00:00:00Z') + made * 1000).toISOString();
  return {
    id: `aud_${String(made).padStart(26, '0')}`,
    version: 1,
    timestamp,
    environment: 'development',
    action: 'flag.updated',
    outcome: 'success',
    actor: { type: 'user', id: 'ada' },
    ...given,
  };
}

export interface StoredEntries {
  /** By id. */
  readonly sealed: ReadonlyMap<string, SealedEntry>;
}

export async function storeEntries(
  database: Database,
  {
    entries,
    environment = 'development',
    unsealed = 0,
  }: { readonly entries: readonly AuditEntry[]; readonly environment?: string; readonly unsealed?: number },
): Promise<StoredEntries> {
  const sealed = new Map<string, SealedEntry>();
  const chains = new Map<string, { readonly sequence: number; readonly hash: string }>();
  await database.withControlPlane('write', async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`SELECT id FROM environments WHERE key = ${environment}`);
    const environmentId = rows[0]?.id ?? null;
    for (const [index, entry] of entries.entries()) {
      const at = entry.recordedAt ?? entry.timestamp;
      const tenant = entry.tenantId ?? '';
      const { body } = seal(entry);
      await tx.execute(sql`INSERT INTO audit_entries (id, environment_id, tenant_id, recorded_at, occurred_at, action, outcome,
          actor_type, actor_id, resource_type, resource_id, ip, request_id, body)
        VALUES (${entry.id}, ${environmentId}, ${tenant}, ${at}, ${entry.timestamp}, ${entry.action}, ${entry.outcome},
          ${entry.actor.type}, ${entry.actor.id}, ${entry.resource?.type ?? null}, ${entry.resource?.id ?? null},
          ${entry.actor.ip ?? null}, ${entry.requestId ?? null}, ${body})`);
      const mentioned = Array.isArray(entry.changes) ? (entry.changes as NonNullable<AuditEntry['changes']> & []) : [];
      for (const { resource } of mentioned as readonly { readonly resource: { type: string; id: string } }[]) {
        await tx.execute(sql`INSERT INTO audit_mentions
          VALUES (${environmentId}, ${tenant}, ${resource.type}, ${resource.id}, ${at}, ${entry.id})`);
      }
      if (index >= entries.length - unsealed) continue;
      const before = chains.get(tenant) ?? { sequence: 0, hash: '0'.repeat(64) };
      const leaf = sha256(Buffer.concat([Buffer.of(0), Buffer.from(body)]));
      const hash = sha256(Buffer.concat([Buffer.from(before.hash, 'hex'), Buffer.from(leaf, 'hex')]));
      const sequence = before.sequence + 1;
      await tx.execute(sql`INSERT INTO audit_seals
        VALUES (${environmentId}, ${tenant}, ${sequence}, ${entry.id}, ${at}, ${bytes(leaf)}, ${bytes(hash)}, ${bytes(before.hash)})`);
      chains.set(tenant, { sequence, hash });
      sealed.set(entry.id, { sequence, hash: `sha256:${hash}`, previousHash: `sha256:${before.hash}`, body });
    }
    for (const [tenant, { hash, sequence }] of chains) {
      await tx.execute(
        sql`INSERT INTO audit_chains VALUES (${environmentId}, ${tenant}, ${sequence}, ${bytes(hash)}, '')`,
      );
    }
  });
  return { sealed };
}

function sha256(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function bytes(hex: string): ReturnType<typeof sql> {
  return sql`decode(${hex}, 'hex')`;
}
