import { randomBytes } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../open-database.ts';
import { packDirectory } from './snapshot.ts';

/** Makes a migrated, empty embedded database and packs it into `target`, whole or not at all. Takes about five seconds. */
export async function buildSnapshot(target: string): Promise<void> {
  rmSync(target, { force: true });
  const directory = mkdtempSync(join(tmpdir(), 'dream-snapshot-'));
  try {
    const random = { bytes: (length: number) => randomBytes(length) };
    const database = await openDatabase({ embedded: { directory }, host: { random } });
    await database.close();
    const unfinished = `${target}.${process.pid}.new`;
    writeFileSync(unfinished, packDirectory(join(directory, 'data')));
    renameSync(unfinished, target);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
