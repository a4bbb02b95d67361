// Run by the series of kills as a process of its own: opens the embedded database in the directory given and prints,
// as JSON, what the applies have written to it.
import { randomBytes } from 'node:crypto';
import { openDatabase } from '../../src/db/open-database.ts';
import { readWrittenState } from './kill-project.ts';

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('No directory.');

const random = { bytes: (length: number) => randomBytes(length) };
const database = await openDatabase({ host: { random }, embedded: { directory } });
const state = await readWrittenState(database);
await database.close();
process.stdout.write(JSON.stringify(state));
