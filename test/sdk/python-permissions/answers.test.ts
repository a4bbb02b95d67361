// Permissions and entitlements of the SDK for Python, asked in programs of their own.
import { expect, test } from 'vitest';
import { withPython } from '../python-flags/with-python.ts';
import { pythonOutput } from './with-python.ts';

withPython('asking permissions and entitlements locally', () => {
  test('P03 the golden questions get their answers in Python', async () => {
    expect(JSON.parse(await pythonOutput('golden.py'))).toEqual({
      matching: { asked: 3721, wrong: [] },
      lists: { asked: 121, wrong: [] },
      answers: { asked: 2400, wrong: [] },
      grants: { asked: 240, wrong: [] },
    });
  });

  test.each([
    ['P03 what is no policy, no list of roles and no permission allows nothing', 'refused.py'],
    ['P03 clients keep up with a server that changes its mind, and say ask where they do not know', 'keeping_up.py'],
    ['P03 clients end when they are told to, whatever comes at that moment', 'closing.py'],
    ['P03 clients go on in the next event loop, and await whoever is told of problems', 'loops.py'],
    ['P03 clients ask by the text that is meant, and refuse what nobody would await', 'given.py'],
    ['P03 decisions that were taken without the server are reported in batches, each once', 'reporting.py'],
    ['P03 decisions that cannot be reported are told of, and those that are left are sent once', 'reporting_ends.py'],
    ['P03 an answer is reported where it is known whom it is about, in their tenant', 'reported_answers.py'],
    ['P03 decisions are reported by the process that took them, and by the next event loop', 'reporting_elsewhere.py'],
    ['P12 entitlements are kept for as long as they count, and no longer', 'entitled.py'],
  ])('%s', async (_, program) => {
    expect(await pythonOutput(program)).toBe('every part was run');
  });
});
