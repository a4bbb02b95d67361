import {
  boolCoreTag,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  type ScalarEvent,
  SCALAR_STYLE,
} from 'js-yaml';

export type ScalarValue = null | boolean | number | string;

/** A scalar's value by the core schema of YAML 1.2: `on`, `off`, `yes` and `no` are strings. */
export function plainScalarValue(text: string): ScalarValue {
  switch (text.charCodeAt(0)) {
    case 43: // +
    case 45: // -
    case 46: // .
    case 48:
    case 49:
    case 50:
    case 51:
    case 52:
    case 53:
    case 54:
    case 55:
    case 56:
    case 57: // 0-9
      return resolved(intCoreTag.resolve(text, false, '')) ?? resolved(floatCoreTag.resolve(text, false, '')) ?? text;
    case 84: // T
    case 116: // t
    case 70: // F
    case 102: // f
      return resolved(boolCoreTag.resolve(text, false, '')) ?? text;
    case 78: // N
    case 110: // n
    case 126: // ~
      return nullCoreTag.resolve(text, false, '') === null ? null : text;
    default:
      return text === '' ? null : text;
  }
}

/** The value of a scalar with an explicit core tag; undefined when it does not fit, null tag names included. */
export function taggedScalarValue(tag: string, text: string): ScalarValue | undefined {
  switch (tag) {
    case '!':
    case '!!str':
      return text;
    case '!!int':
      return resolved(intCoreTag.resolve(text, true, ''));
    case '!!float':
      return resolved(floatCoreTag.resolve(text, true, ''));
    case '!!bool':
      return resolved(boolCoreTag.resolve(text, true, ''));
    case '!!null':
      return nullCoreTag.resolve(text, true, '') === null ? null : undefined;
    default:
      return undefined;
  }
}

export const coreScalarTags: ReadonlySet<string> = new Set(['!', '!!str', '!!int', '!!float', '!!bool', '!!null']);

export function scalarText(source: string, event: ScalarEvent): string {
  if (event.valueStart === -1) return '';
  return event.fast && event.style === SCALAR_STYLE.PLAIN
    ? source.slice(event.valueStart, event.valueEnd)
    : getScalarValue(source, event);
}

function resolved<Value>(value: Value | typeof NOT_RESOLVED): Value | undefined {
  return value === NOT_RESOLVED ? undefined : value;
}
