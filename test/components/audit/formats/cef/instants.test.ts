import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Instants } from '../../../../../src/components/audit/formats/cef/instants.ts';

const days = ['2026-01-31', '2024-02-29', '2025-02-29', '2026-02-31', '1969-12-31', '0000-00-00', '20x6-01-01'];
const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
const written = fc
  .tuple(fc.constantFrom(...days), two, two, two, fc.constantFrom('000', '789', '9x9', '78', '7890'))
  .map(([day, hours, minutes, seconds, rest]) => `${day}T${hours}:${minutes}:${seconds}.${rest}Z`);
const mistaken = fc
  .tuple(written, fc.nat(23), fc.constantFrom('', ' ', '9', ':', '+', 'z', 'Ω'))
  .map(([instant, at, instead]) => instant.slice(0, at) + instead + instant.slice(at + 1));
const real = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());

describe('instants in CEF', () => {
  it('are read as JavaScript reads them, whatever stood before them', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(real, written, mistaken, fc.string()), { maxLength: 8 }), (texts) => {
        const instants = new Instants();
        for (const text of texts) {
          const time = Date.parse(text);
          expect([text, instants.millisecondsOf(text)]).toEqual([text, Number.isNaN(time) ? undefined : time]);
        }
      }),
      { numRuns: 1000, seed: 20_260_103 },
    );
  });

  it('are told to the millisecond', () => {
    const instants = new Instants();
    const read = ['2026-01-31T12:34:56.789Z', '2026-01-31T23:59:59.999Z', '2026-02-01T00:00:00.000Z', 'soon'];
    expect(read.map((instant) => instants.millisecondsOf(instant))).toEqual([
      1_769_862_896_789,
      1_769_903_999_999,
      1_769_904_000_000,
      undefined,
    ]);
  });
});
