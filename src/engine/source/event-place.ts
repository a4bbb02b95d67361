import { type Event, EVENT_ID, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

/** Offsets into the text, end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The token of an event as a person sees it, quotes and block indicators included; null for an empty value. */
export function tokenSpan(text: string, event: Event): Span | null {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return scalarSpan(text, event);
    case EVENT_ID.ALIAS:
      return { from: event.anchorStart - 1, to: event.anchorEnd };
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return { from: event.start, to: event.start + 1 };
    default:
      return null;
  }
}

function scalarSpan(text: string, event: ScalarEvent): Span | null {
  const { valueStart, valueEnd, style } = event;
  if (valueStart === -1) return null;
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) {
    return { from: valueStart - 1, to: valueEnd + 1 };
  }
  if (style === SCALAR_STYLE.PLAIN) return { from: valueStart, to: valueEnd };
  return blockIndicatorSpan(text, event);
}

/** A block scalar is shown by its header, `|` or `>-`: its text may run over hundreds of lines. */
function blockIndicatorSpan(text: string, event: ScalarEvent): Span {
  const indicator = event.style === SCALAR_STYLE.LITERAL_BLOCK ? '|' : '>';
  const headerStart = text.lastIndexOf('\n', event.valueStart - 2) + 1;
  const header = text.slice(headerStart, event.valueStart);
  const match = new RegExp(`(?:^|\\s)([${indicator}][-+0-9]*)(?:\\s+#.*)?\\s*$`).exec(header);
  if (match === null) return { from: event.valueStart, to: event.valueEnd };
  const from = headerStart + match.index + match[0].indexOf(indicator);
  return { from, to: from + (match[1] ?? indicator).length };
}
