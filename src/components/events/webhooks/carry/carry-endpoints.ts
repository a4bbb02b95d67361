import type { Session } from '../../../../db/contract.ts';
import type { Change } from '../../../../engine/changeset/changeset.ts';
import type { CarryContext } from '../../../contract.ts';
import { open, seal } from '../signing-secrets.ts';
import { beginEndpoints, moveDeliveries, type Renaming, replaceStates, type StateRow, takeStates } from './queries.ts';

/**
 * An endpoint that is new is told of what happens from this transaction on. One that is renamed is the same receiver: it is called with what was pending, signed as before, and its
 * deliveries are found under its new name. Whoever looks for what is overdue finds it there within seconds.
 */
export async function carryEndpoints(
  changes: readonly Change[],
  session: Session,
  { masterKey, random }: CarryContext,
): Promise<void> {
  const endpoints = changes.filter(({ kind }) => kind === 'WebhookEndpoint');
  await renameEndpoints(
    endpoints.flatMap(({ from, key }) => (from === undefined ? [] : [{ from, to: key }])),
    session,
    { masterKey, random },
  );
  const made = endpoints.filter(({ action, from }) => action === 'create' && from === undefined);
  await beginEndpoints(
    session,
    made.map(({ key }) => key),
  );
}

async function renameEndpoints(
  renamings: readonly Renaming[],
  session: Session,
  { masterKey, random }: Pick<CarryContext, 'masterKey' | 'random'>,
): Promise<void> {
  if (renamings.length === 0) return;
  // States before deliveries, as whoever calls takes them.
  const states = await takeStates(session, renamings);
  const { environmentId } = session;
  const resealed = (sealed: Uint8Array | null, { from, to }: Renaming): Uint8Array | null => {
    if (sealed === null || masterKey === null) return sealed;
    const secret = open({ masterKey, environmentId, endpoint: from }, sealed);
    // Nobody could open it before either.
    return secret === null ? sealed : seal({ masterKey, environmentId, endpoint: to }, random, secret);
  };
  const moved = renamings.flatMap((renaming): StateRow[] => {
    const state = states.find(({ endpoint }) => endpoint === renaming.from);
    if (state === undefined) return [];
    const secret = resealed(state.secret, renaming);
    return [{ ...state, endpoint: renaming.to, secret, previousSecret: resealed(state.previousSecret, renaming) }];
  });
  await replaceStates(session, renamings, moved);
  for (const renaming of renamings) await moveDeliveries(session, renaming);
}
