import type { SecretValues } from '../../../components/ports.ts';
import type { Session } from '../../../db/contract.ts';
import { openSecret } from '../../../engine/sealing/seal-secret.ts';
import { placeholdersIn } from '../../../engine/values/placeholder.ts';
import { sealingContext } from '../secrets/service.ts';
import { selectSealed } from './queries.ts';

/** Opens secrets for whoever calls the outside. Without a master key none opens. */
export function secretValues(masterKey: Uint8Array | null): SecretValues {
  const valueOf = async (session: Session, name: string): Promise<string | null> => {
    const sealed = masterKey === null ? undefined : await selectSealed(session, name);
    if (masterKey === null || sealed === undefined) return null;
    return openSecret(masterKey, sealingContext(session.environmentId, name), sealed);
  };
  return {
    async resolve(session, text) {
      let resolved = '';
      let done = 0;
      for (const { from, name, namespace, to } of placeholdersIn(text)) {
        if (namespace !== 'secrets' || name === undefined) continue;
        const value = await valueOf(session, name);
        if (value === null) return null;
        resolved += text.slice(done, from) + value;
        done = to;
      }
      return resolved + text.slice(done);
    },
  };
}
