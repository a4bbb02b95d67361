import type { BackgroundServices, Services } from '../components/contract.ts';
import type { Egress } from '../host/contract.ts';
import { secretValues } from './control-plane/secret-values/secret-values.ts';
import { version } from './version.ts';

/** What components make their workers and jobs from. */
export function backgroundServices({
  egress,
  host,
  masterKey,
  ports,
}: Services & { readonly egress: Egress }): BackgroundServices {
  return { host, ports, masterKey, egress, secrets: secretValues(masterKey), version };
}
