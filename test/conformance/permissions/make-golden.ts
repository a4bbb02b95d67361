import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenFiles } from './golden-files.ts';

// Writes the golden files anew; see README.md.

for (const [name, text] of goldenFiles()) writeFileSync(join(import.meta.dirname, 'golden', name), text);
