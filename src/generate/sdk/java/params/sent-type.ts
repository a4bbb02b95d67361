import type { TypeReference } from '../../api-description.ts';
import type { Layout } from '../../typescript/layout/layout.ts';
import { packages } from '../java-file.ts';
import { generic } from '../layout/class-layout.ts';
import { answered, type AnsweredForm } from '../types/answered-form.ts';
import { boxed, type Scope } from '../types/answered-type.ts';

/** The type of a value that is sent, as an object. */
export function sentType(type: TypeReference, scope: Scope): Layout {
  return written(answered(type).form, scope);
}

/** As it is answered, but for objects, which have classes of their own for what is sent. */
function written(form: AnsweredForm, scope: Scope): Layout {
  const { imports, plan } = scope;
  switch (form.kind) {
    case 'model':
      return imports.use(packages.params, plan.paramsName(form.name));
    case 'either':
      return imports.use(packages.sdk, 'Params');
    case 'list':
      return generic(imports.use('java.util', 'List'), argument(form.of, scope));
    case 'map':
      return generic(imports.use('java.util', 'Map'), 'String', argument(form.of, scope));
    default:
      return boxed(form, scope);
  }
}

/** What may be one of several is taken as any of them: a list of texts is a list of anything too. */
function argument(form: AnsweredForm, scope: Scope): Layout {
  if (form.kind === 'json' || form.kind === 'mixed') return '?';
  return form.kind === 'either' ? ['? extends ', written(form, scope)] : written(form, scope);
}

/** Whether null may be sent. */
export function takesNull(type: TypeReference): boolean {
  if (type.kind === 'union') return type.members.some(takesNull);
  return type.kind === 'nullable' || type.kind === 'null' || type.kind === 'json';
}

/** The classes that a value of one of several may have. */
export function namesIn(type: TypeReference): readonly string[] {
  if (type.kind === 'named') return [type.name];
  if (type.kind === 'nullable') return namesIn(type.of);
  if (type.kind === 'list') return namesIn(type.items);
  if (type.kind === 'map') return namesIn(type.values);
  return type.kind === 'union' ? type.members.flatMap(namesIn) : [];
}
