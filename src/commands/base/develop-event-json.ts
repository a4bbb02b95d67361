import type { DevelopEvent } from '../../app/develop.ts';
import { changesetJson } from '../../views/changeset-json.ts';
import { diagnosticsJson } from '../../views/diagnostics.ts';
import { errorJson } from '../../views/error.ts';

/** A line of `dev --ndjson`: its parts are what `validate`, `plan` and a failed command print with `--json`. */
export function developEventJson(event: DevelopEvent): object {
  switch (event.type) {
    case 'invalid':
      return { type: event.type, diagnostics: diagnosticsJson(event.diagnostics) };
    case 'applied':
      return { type: event.type, revision: event.revision, changeset: changesetJson(event.changeset) };
    case 'failed':
      return { type: event.type, error: errorJson(event.error).error };
    case 'serving':
    case 'unchanged':
      return event;
  }
}
