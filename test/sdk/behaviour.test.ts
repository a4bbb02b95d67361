// Every case of test/conformance/sdk/, with the SDK of every language; and that each value which a case expects matters.
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';
import type { BehaviourCase } from './behaviour/behaviour-case.ts';
import { blindSpots } from './behaviour/blind-spots.ts';
import { readAreas } from './behaviour/case-files.ts';
import { driverLine, environmentFor } from './behaviour/driver-line.ts';
import { DriverProcess } from './behaviour/driver-process.ts';
import { judge } from './behaviour/judge.ts';
import { isInstalled, languages } from './behaviour/languages.ts';

const cases = readAreas().flatMap((area) => area.cases);

let server: ScriptedServer;
let closed: string;

beforeAll(async () => {
  server = await startScriptedServer();
  closed = `http://127.0.0.1:${await freePort()}`;
});

afterAll(() => server.close());

for (const language of languages) {
  if (isInstalled(language)) {
    describe(language.name, () => {
      let driver: DriverProcess;
      beforeAll(() => {
        driver = new DriverProcess(language.command, {});
      });
      afterAll(() => driver.end());

      test.each(cases.map((one) => ({ ...one, title: titleOf(one) })))('$title', async (one) => {
        const script = server.play(one.server ?? []);
        const addresses = { server: script.url, closed };
        const ofItsOwn = one.environment && new DriverProcess(language.command, environmentFor(one, addresses));
        const used = ofItsOwn ?? driver;
        onTestFailed(() => {
          process.stderr.write(used.complaints());
        });
        const outcome = await used.run(one.id, driverLine(one, addresses, Date.now())).catch((error: unknown) => {
          // Its end is this case's failure, and no other's.
          driver = new DriverProcess(language.command, {});
          throw error;
        });
        await ofItsOwn?.end();
        expect(judge(one, outcome, script.requests)).toEqual([]);
        expect(blindSpots(one, outcome, script.requests)).toEqual([]);
      });
    });
  } else {
    test(`${language.name} needs ${language.needs}, which is not installed: its ${cases.length} cases are left out`, () => {
      expect(process.env['CI']).not.toBe('true');
    });
  }
}

function titleOf({ id, proves, says }: BehaviourCase): string {
  return `${proves === undefined ? '' : `${proves} `}${id}: ${says}`;
}
