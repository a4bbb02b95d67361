import type { BackgroundServices, Services } from '../components/contract.ts';
import { secretValues } from './control-plane/secret-values/secret-values.ts';
import { version } from './version.ts';

/** What components make their workers and jobs from. */
export function backgroundServices({
  egress,
  host,
  masterKey,
  ports,
}: Services & Pick<BackgroundServices, 'egress' | 'host'>): BackgroundServices {
  return { host, ports, masterKey, egress, secrets: secretValues(masterKey), version };
}
