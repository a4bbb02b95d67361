import { describe, expect, it } from 'vitest';
import { formats } from '../../../../src/components/audit/formats/formats.ts';
import type { ExportManifest } from '../../../../src/components/audit/formats/manifest.ts';
import { source } from '../hostile-entries.ts';

const manifest: ExportManifest = {
  version: 1,
  format: 'cef',
  project: 'acme',
  environment: 'production',
  tenantId: null,
  filter: { actor: 'a=b|c\n' },
  entries: 2,
  first: 1,
  last: 2,
  sha256: 'sha256:00',
  checkpoint: 'acme/production/-\n2\nroot=\n\n— acme AAAA\n',
  at: '2026-02-07T10:30:00.000Z',
};
const text = JSON.stringify({ manifest });

describe('the manifest at the end of an export', () => {
  it.each(['ndjson', 'ocsf'] as const)('is one more object of %s', (name) => {
    expect(formats[name].encodeManifest(manifest, source)).toBe(`${text}\n`);
  });

  it('is one more row of CSV, with as many cells', () => {
    const row = formats.csv.encodeManifest(manifest, source);
    expect(row).toContain(`,"audit.manifest",`);
    expect(row).toContain(`"${text.replaceAll('"', '""')}"`);
    expect(row.endsWith('\r\n')).toBe(true);
  });

  it('is one more event of CEF', () => {
    const value = text.replaceAll('\\', '\\\\').replaceAll('=', '\\=');
    expect(formats.cef.encodeManifest(manifest, source)).toBe(
      'CEF:0|Dream|Dream|1.2.3|audit.manifest|Audit manifest|0|rt=1770460200000 act=audit.manifest ' +
        `cn1Label=entries cn1=2 cs1Label=manifest cs1=${value}\n`,
    );
  });

  it('is one more message of syslog', () => {
    expect(formats.syslog.encodeManifest(manifest, source)).toBe(
      '<110>1 2026-02-07T10:30:00.000Z dream.acme.com dream - audit.manifest ' +
        '[origin software="Dream" swVersion="1.2.3"][dream@32473 action="audit.manifest"] ' +
        `${text.replace('—', '\\u2014')}\n`,
    );
  });
});
