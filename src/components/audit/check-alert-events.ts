import { listOf, objectOf, textOf } from '../../engine/json-fields.ts';
import type { JsonObject } from '../../engine/json.ts';
import type { Beside, FindBody } from '../../engine/model/registry.ts';
import { isPlatformEvent, isPlatformFamily, sentByPlatform } from '../event-types.ts';
import type { AuditFinding } from './findings.ts';

/** What a rule publishes stands among the events of the platform: nobody may take it for one of those. */
export function eventFindings(body: JsonObject, _find: FindBody, { kinds }: Beside): readonly AuditFinding[] {
  return listOf(body['then']).flatMap((action, index): readonly AuditFinding[] => {
    const type = textOf(objectOf(action)['event']);
    if (type === undefined || !isPlatformFamily(type, kinds)) return [];
    const pointer = `/then/${index}/event`;
    const hint = `Begin it with a word of your own, such as \`security.${type.replaceAll('.', '_')}\`.`;
    if (isPlatformEvent(type, kinds))
      return [{ code: 'audit/event-reserved', pointer, message: sentByPlatform(type), hint }];
    const family = type.slice(0, type.indexOf('.'));
    const message = `Whoever asks for \`${family}.*\`, which the platform sends, is sent this too, and a later version may send \`${type}\` itself.`;
    return [{ code: 'audit/event-family', severity: 'warning', pointer, message, hint }];
  });
}
