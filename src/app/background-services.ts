import type { BackgroundServices, Services } from '../components/contract.ts';
import { recordBeside } from '../server/record/record-beside.ts';
import type { Trail } from '../server/trail.ts';
import { secretValues } from './control-plane/secret-values/secret-values.ts';
import { version } from './version.ts';

/** What components make their workers and jobs from. */
export function backgroundServices({
  egress,
  host,
  masterKey,
  ports,
  trail,
}: Services & Pick<BackgroundServices, 'egress' | 'host'> & { readonly trail: Trail | undefined }): BackgroundServices {
  const record = recordBeside({ trail: trail ?? null, ids: host.ids });
  return { host, ports, masterKey, egress, record, secrets: secretValues(masterKey), version };
}
