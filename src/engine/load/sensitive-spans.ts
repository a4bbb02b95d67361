import { type Event, EVENT_ID, type ScalarEvent } from 'js-yaml';
import { type Span, tokenSpan } from '../source/event-place.ts';
import { scalarText } from '../source/scalar.ts';
import type { SensitiveNames } from './sensitive-names.ts';

/** What must not be shown of a part of a file. Offsets are into the part's text. */
export interface SensitiveParts {
  /** From the key of a secret to the end of its value, and whatever an alias brings there. */
  readonly spans: readonly Span[];
  /** Every text inside of them, as messages would quote it. */
  readonly texts: ReadonlySet<string>;
}

interface Level {
  readonly isMapping: boolean;
  readonly from: number;
  /** Of a mapping: the key whose value comes next. */
  key: { readonly text: string; readonly from: number } | null;
  /** The value that is being read is a secret; `from` is where its key begins. */
  readonly secretFrom: number | null;
  readonly anchor: string | null;
}

interface Anchored {
  from: number;
  to: number;
  readonly texts: Set<string>;
  secret: boolean;
}

/** Looks through parser events for values that may be secrets, by the names of their keys, told for each document. */
export function sensitiveSpans(
  text: string,
  events: readonly Event[],
  names: readonly SensitiveNames[],
): SensitiveParts {
  return new SpanReader(text, names).read(events);
}

class SpanReader {
  readonly #text: string;
  readonly #names: readonly SensitiveNames[];
  readonly #levels: Level[] = [];
  readonly #spans: Span[] = [];
  readonly #texts = new Set<string>();
  #anchors = new Map<string, Anchored>();
  #open: Anchored[] = [];
  #document = -1;
  #end = 0;

  constructor(text: string, names: readonly SensitiveNames[]) {
    this.#text = text;
    this.#names = names;
  }

  read(events: readonly Event[]): SensitiveParts {
    for (const event of events) {
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          this.#document += 1;
          this.#anchors = new Map();
          this.#levels.push(newLevel(false, 0, null, null));
          break;
        case EVENT_ID.MAPPING:
        case EVENT_ID.SEQUENCE:
          this.#begin(event.type === EVENT_ID.MAPPING, event.start, this.#nameOf(event));
          break;
        case EVENT_ID.SCALAR:
          this.#scalar(event);
          break;
        case EVENT_ID.ALIAS:
          this.#alias(this.#text.slice(event.anchorStart, event.anchorEnd), event.anchorStart - 1, event.anchorEnd);
          break;
        case EVENT_ID.POP:
          this.#finish();
          break;
      }
    }
    return { spans: this.#spans, texts: this.#texts };
  }

  #begin(isMapping: boolean, from: number, anchor: string | null): void {
    const secretFrom = this.#secretFrom();
    this.#levels.push(newLevel(isMapping, from, secretFrom, anchor));
    if (anchor !== null) this.#open.push(this.#remember(anchor, from, from));
  }

  #finish(): void {
    const level = this.#levels.pop();
    if (level === undefined) return;
    if (level.anchor !== null) {
      const anchored = this.#open.pop();
      if (anchored !== undefined) anchored.to = this.#end;
    }
    if (this.#levels.length > 0) this.#valueRead(level.secretFrom);
  }

  #scalar(event: ScalarEvent): void {
    const span = tokenSpan(this.#text, event);
    const text = scalarText(this.#text, event);
    const to = event.valueStart === -1 ? this.#end : Math.max(event.valueEnd, span?.to ?? 0);
    if (event.valueStart !== -1) this.#end = to;
    const level = this.#levels.at(-1);
    const name = this.#nameOf(event);
    if (level?.isMapping === true && level.key === null && level.secretFrom === null) {
      level.key = { text, from: span?.from ?? this.#end };
      if (name !== null) this.#remember(name, span?.from ?? to, to).texts.add(text);
      return;
    }
    const secretFrom = this.#secretFrom();
    const anchored = name === null ? undefined : this.#remember(name, span?.from ?? to, to);
    for (const holder of anchored === undefined ? this.#open : [...this.#open, anchored]) holder.texts.add(text);
    if (secretFrom !== null) {
      this.#hide(text);
      if (event.tagStart !== -1) this.#hide(this.#text.slice(event.tagStart, event.tagEnd));
    }
    if (level?.isMapping === true && level.key === null) level.key = { text, from: span?.from ?? this.#end };
    else if (secretFrom === null || !isReference(text) || level?.secretFrom !== null) this.#valueRead(secretFrom);
    else this.#valueRead(null);
  }

  #alias(name: string, from: number, to: number): void {
    this.#end = Math.max(this.#end, to);
    const anchored = this.#anchors.get(name);
    const secretFrom = this.#secretFrom();
    if (anchored !== undefined && secretFrom !== null) {
      this.#spans.push({ from: anchored.from, to: anchored.to });
      for (const text of anchored.texts) this.#hide(text);
    } else if (anchored?.secret === true) {
      this.#spans.push({ from, to });
    }
    const level = this.#levels.at(-1);
    if (level?.isMapping === true && level.key === null) level.key = { text: '', from };
    else this.#valueRead(secretFrom);
  }

  /** Where the secret begins that the next value belongs to; null for what everybody may see. */
  #secretFrom(): number | null {
    const level = this.#levels.at(-1);
    if (level === undefined) return null;
    if (level.secretFrom !== null) return level.secretFrom;
    if (!level.isMapping || level.key === null) return null;
    return this.#names[this.#document]?.has(level.key.text) === true ? level.key.from : null;
  }

  #valueRead(secretFrom: number | null): void {
    const level = this.#levels.at(-1);
    if (level === undefined) return;
    level.key = null;
    if (secretFrom === null || level.secretFrom !== null) return;
    this.#spans.push({ from: secretFrom, to: this.#end });
    for (const anchored of this.#anchors.values()) if (anchored.from >= secretFrom) anchored.secret = true;
  }

  #hide(text: string): void {
    if (text !== '' && !isReference(text)) this.#texts.add(text);
  }

  #remember(name: string, from: number, to: number): Anchored {
    const anchored: Anchored = { from, to, texts: new Set(), secret: false };
    this.#anchors.set(name, anchored);
    return anchored;
  }

  #nameOf(event: { readonly anchorStart: number; readonly anchorEnd: number }): string | null {
    return event.anchorStart === -1 ? null : this.#text.slice(event.anchorStart, event.anchorEnd);
  }
}

/** `${secrets.NAME}` gives nothing away, alone or after the name of a scheme: `Bearer ${secrets.TOKEN}`. */
export function isReference(text: string): boolean {
  return /^(?:[A-Za-z]+ )?\$\{(?:secrets|vars)\.[^{}]*\}$/.test(text);
}

function newLevel(isMapping: boolean, from: number, secretFrom: number | null, anchor: string | null): Level {
  return { isMapping, from, key: null, secretFrom, anchor };
}
