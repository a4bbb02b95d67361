import type { Session } from '../../../../db/contract.ts';
import type { SecretValues } from '../../../ports.ts';
import type { Destination } from '../stream.ts';

/** The destination with the values of its secrets in it, which nobody writes down; or what is missing. */
export async function openDestination(
  session: Session,
  to: Destination,
  secrets: SecretValues,
): Promise<Destination | { readonly missing: string }> {
  switch (to.type) {
    case 'webhook': {
      const headers: (readonly [string, string])[] = [];
      for (const [name, written] of to.headers) {
        const value = await secrets.resolve(session, written);
        if (value === null) return { missing: `the secret of the header ${name} is not set on this server` };
        headers.push([name, value]);
      }
      const secret = await secrets.resolve(session, to.secret);
      if (secret === null || secret.trim() === '') return { missing: 'the signing secret is not set on this server' };
      return { ...to, headers, secret };
    }
    case 'splunk': {
      const token = await secrets.resolve(session, to.token);
      return token === null ? { missing: 'the token is not set on this server' } : { ...to, token };
    }
    case 'syslog': {
      if (to.ca === null) return to;
      const ca = await secrets.resolve(session, to.ca);
      return ca === null ? { missing: 'the secret of `ca` is not set on this server' } : { ...to, ca };
    }
  }
}
