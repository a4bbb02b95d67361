import { randomBytes } from 'node:crypto';
import type { Random } from './contract.ts';

export const secureRandom: Random = { bytes: (length) => randomBytes(length) };
