// Run as a process of its own: exports into a file what comes by standard input, until it is killed. Usage:
//
//   node export-from-input.ts FILE FORMAT
import { exportEntries } from '../../../src/app/audit/export-entries.ts';
import { createHost } from '../../../src/host/create-host.ts';

const [file = '', format = ''] = process.argv.slice(2);
const audit = { export: () => Promise.resolve(process.stdin) };
const nowhere = { write: () => Promise.reject(new Error('no file')), close: () => Promise.resolve() };
const from = { project: 'acme', environment: 'development' };
const options = { query: { format }, from, file, resume: false, standardOutput: nowhere, progress: () => undefined };
await exportEntries(audit, options, createHost());
