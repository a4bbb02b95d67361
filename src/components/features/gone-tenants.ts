import type { Session } from '../../db/contract.ts';
import type { Ports } from '../ports.ts';

/** Those that were deleted after they asked: nothing of them is to come back. Who is no tenant (`-`, empty) is not gone. */
export async function goneTenants(
  session: Session,
  tenants: Iterable<string>,
  ports: Pick<Ports, 'tenants'>,
): Promise<ReadonlySet<string>> {
  const asked = [...tenants].filter((id) => id !== '' && id !== '-');
  if (asked.length === 0 || ports.tenants === undefined) return new Set();
  const found = new Set((await ports.tenants.find(session, asked)).map(({ id }) => id));
  return new Set(asked.filter((id) => !found.has(id)));
}
