// Those who have no business in the victim's place, each with every credential they could come by.
import type { AuthMode } from '../../../src/server/caller.ts';
import type { Headers, Names, Place, World } from './places.ts';

export interface Attacker {
  readonly name: string;
  readonly from: 'tenant' | 'environment' | 'project';
  readonly place: Place;
  readonly mode: AuthMode;
  /** `names` are those that the attack is about. */
  readonly headers: (names: Names) => Headers;
}

export async function attackersOf({ victim, strangers }: World): Promise<readonly Attacker[]> {
  const attackers: Attacker[] = [];
  for (const from of ['environment', 'project'] as const) {
    attackers.push(...(await fromElsewhere(from, strangers[from], victim)));
  }
  attackers.push(...(await fromNextDoor(strangers.tenant)));
  return attackers;
}

async function fromElsewhere(
  from: 'environment' | 'project',
  place: Place,
  victim: Place,
): Promise<readonly Attacker[]> {
  const { secretKey, publishableKey, names } = place;
  const bearing = async (claims = {}) => ({ ...publishableKey, authorization: `Bearer ${await place.token(claims)}` });
  const user = await bearing();
  const liar = await bearing({ tenantId: victim.names.tenant });
  const impostor = await bearing({ sub: victim.names.user, aud: `api-${victim.environmentMark}` });
  const secret = { from, place, mode: 'secret' } as const;
  const signedIn = { from, place, mode: 'user' } as const;
  return [
    { ...secret, name: 'a secret key', headers: () => secretKey },
    {
      ...secret,
      name: 'a secret key for its own tenant',
      headers: () => ({ ...secretKey, 'x-tenant-id': names.tenant }),
    },
    {
      ...secret,
      name: 'a secret key for the tenant',
      headers: ({ tenant }) => ({ ...secretKey, 'x-tenant-id': tenant }),
    },
    {
      ...secret,
      name: 'a secret key that names the environment',
      headers: () => ({ ...secretKey, 'dream-project': victim.project, 'dream-environment': victim.environment }),
    },
    { ...secret, name: 'a publishable key', mode: 'publishable', headers: () => publishableKey },
    { ...signedIn, name: 'a user', headers: () => user },
    { ...signedIn, name: 'a user for the tenant', headers: ({ tenant }) => ({ ...user, 'x-tenant-id': tenant }) },
    { ...signedIn, name: 'a user whose token lies', headers: () => liar },
    {
      ...signedIn,
      name: 'a user with the publishable key of the place',
      headers: () => ({ ...user, ...victim.publishableKey }),
    },
    {
      ...signedIn,
      name: 'an impostor with the publishable key of the place',
      headers: () => ({ ...impostor, ...victim.publishableKey }),
    },
  ];
}

async function fromNextDoor(place: Place): Promise<readonly Attacker[]> {
  const { secretKey, publishableKey, names } = place;
  const user = { ...publishableKey, authorization: `Bearer ${await place.token()}` };
  return [
    {
      name: 'a secret key for its own tenant',
      from: 'tenant',
      place,
      mode: 'secret',
      headers: () => ({ ...secretKey, 'x-tenant-id': names.tenant }),
    },
    {
      name: 'a secret key of its own tenant',
      from: 'tenant',
      place,
      mode: 'secret',
      headers: () => place.tenantKey,
    },
    { name: 'a user', from: 'tenant', place, mode: 'user', headers: () => user },
    {
      name: 'a user for the tenant',
      from: 'tenant',
      place,
      mode: 'user',
      headers: ({ tenant }) => ({ ...user, 'x-tenant-id': tenant }),
    },
  ];
}
