import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenQuestions, lines } from './golden-questions.ts';

// Writes the golden files anew; see README.md.

const { questions, rulesets } = goldenQuestions();
writeFileSync(join(import.meta.dirname, 'golden/rulesets.ndjson'), lines(rulesets));
writeFileSync(join(import.meta.dirname, 'golden/questions.ndjson'), lines(questions));
process.stdout.write(`${questions.length} questions about ${rulesets.length} rulesets\n`);
