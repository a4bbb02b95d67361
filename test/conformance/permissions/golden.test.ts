import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  hasAllPermissions,
  hasAnyPermission,
  matchesPermission,
} from '../../../src/components/access/permission/matches-permission.ts';
import { goldenAnswers } from './golden-answers.ts';
import { goldenFiles } from './golden-files.ts';
import { listQuestions, matchingQuestions } from './golden-matching.ts';

test('P03 the golden files are those that the reference and the server answer today', () => {
  const stale = [...goldenFiles()].filter(
    ([name, text]) => readFileSync(join(import.meta.dirname, 'golden', name), 'utf8') !== text,
  );
  expect(stale.map(([name]) => name)).toEqual([]);
});

test('P03 the matcher answers every pair of texts as the reference does', () => {
  const wrong = matchingQuestions().filter(
    ({ asked, granted, matches }) => matchesPermission(granted, asked) !== matches,
  );
  expect(wrong).toEqual([]);
  const lists = listQuestions().filter(
    ({ all, any, asked, granted }) =>
      hasAnyPermission(granted, asked) !== any || hasAllPermissions(granted, asked) !== all,
  );
  expect(lists).toEqual([]);
});

test('P03 the questions leave out no answer, and no way to come to it', () => {
  const { answers, grants } = goldenAnswers();
  for (const answer of ['yes', 'no', 'ask'] as const) {
    for (const inHand of [true, false]) {
      const found = answers.filter((one) => one.answer === answer && (one.resource?.id !== undefined) === inHand);
      expect(found.length).toBeGreaterThan(40);
    }
  }
  expect(
    answers.filter(({ answer, permission }) => permission.includes('*') && answer === 'yes').length,
  ).toBeGreaterThan(20);
  expect(
    answers.filter(({ answer, permission }) => permission.split(':').length === 3 && answer === 'ask').length,
  ).toBeGreaterThan(20);
  expect(
    grants.filter(({ permissions }) => permissions.some(({ condition }) => condition !== undefined)).length,
  ).toBeGreaterThan(20);
});
