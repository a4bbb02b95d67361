// Runs cases of test/conformance/sdk/ with the SDK for TypeScript: one case per line in, one outcome per line out.
import { createInterface } from 'node:readline';
import type { DriverCase } from './driver-case.ts';
import { runCase } from './run-case.ts';

for await (const line of createInterface({ input: process.stdin })) {
  const one: DriverCase = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(await runCase(one))}\n`);
}
