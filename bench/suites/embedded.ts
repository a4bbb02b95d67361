import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { setTimeout as sleep } from 'node:timers/promises';
import { dream, node, repository, temporaryDirectory } from '../fixtures/workspace.ts';
import { peakMemoryOf } from '../measure/process-usage.ts';
import { boundRow, reportRow, type Row } from '../measure/row.ts';
import { median } from '../measure/statistics.ts';

const rounds = 5;

/** The embedded database: opened for the first time, opened again, and what a watching server holds. */
export async function embeddedSuite(): Promise<readonly Row[]> {
  const { createHost } = await import('../../src/host/create-host.ts');
  const { openDatabase } = await import('../../src/db/open-database.ts');
  const first: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const embedded = { directory: join(temporaryDirectory('embedded'), '.dream') };
    for (const figures of [first, warm]) {
      const start = performance.now();
      const database = await openDatabase({ host: createHost(), embedded });
      figures.push((performance.now() - start) / 1000);
      await database.close();
    }
  }
  return [
    boundRow('embedded database, first start', 's', median(first), 2),
    boundRow('embedded database, warm start', 's', median(warm), 0.6),
    reportRow('dream dev on examples/acme: peak memory', 'MB', await memoryOfDevelop()),
  ];
}

async function memoryOfDevelop(): Promise<number> {
  const directory = temporaryDirectory('dev');
  cpSync(join(repository, 'examples/acme'), directory, { recursive: true });
  const child = execa(node, [dream, 'dev', '--port', '0'], { cwd: directory, reject: false });
  await sleep(8_000);
  const memory = child.pid === undefined ? Number.NaN : peakMemoryOf(child.pid);
  child.kill('SIGTERM');
  await child;
  return memory;
}
