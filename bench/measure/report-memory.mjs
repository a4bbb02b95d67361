import { writeFileSync } from 'node:fs';

// JavaScript, since stripping types would itself take the memory it is to measure. Loaded into a measured Node process with --import: leaves its peak memory, in kB, where the variable says.
const target = process.env['BENCH_MEMORY_FILE'];
if (target !== undefined) {
  process.on('exit', () => writeFileSync(target, String(process.resourceUsage().maxRSS)));
}
