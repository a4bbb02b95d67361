import { packages } from '../java-file.ts';
import { generic, listed } from '../layout/class-layout.ts';
import type { Plan } from '../plan.ts';
import type { Imports } from '../syntax/imports.ts';
import type { Layout } from '../../typescript/layout/layout.ts';
import type { AnsweredForm } from './answered-form.ts';

export interface Scope {
  readonly plan: Plan;
  readonly imports: Imports;
}

/** The type of a value that is answered, as an object. */
export function boxed(form: AnsweredForm, scope: Scope): Layout {
  const { imports } = scope;
  switch (form.kind) {
    case 'text':
      return 'String';
    case 'instant':
      return imports.use('java.time', 'Instant');
    case 'integer':
      return 'Long';
    case 'number':
      return 'Double';
    case 'bool':
      return 'Boolean';
    case 'json':
    case 'mixed':
      return 'Object';
    case 'model':
    case 'choice':
    case 'either':
      return className(form, scope);
    case 'list':
      return generic(imports.use('java.util', 'List'), boxed(form.of, scope));
    case 'map':
      return generic(imports.use('java.util', 'Map'), 'String', boxed(form.of, scope));
  }
}

/** The expression of what reads such a value. */
export function decoder(form: AnsweredForm, scope: Scope): Layout {
  const decoders = (): string => scope.imports.use(packages.core, 'Decoders');
  switch (form.kind) {
    case 'model':
    case 'choice':
    case 'either': {
      const { imports, plan } = scope;
      return `${imports.use(packages.internal, 'TypeDecoders')}.${plan.decoderName(simpleName(form, plan))}()`;
    }
    case 'list':
    case 'map':
      return listed(`${decoders()}.${form.kind}(`, [decoder(form.of, scope)], ')');
    case 'mixed':
      return `${decoders()}.JSON`;
    default:
      return `${decoders()}.${form.kind.toUpperCase()}`;
  }
}

function className(form: Extract<AnsweredForm, { kind: 'model' | 'choice' | 'either' }>, scope: Scope): string {
  return scope.imports.use(packages.types, simpleName(form, scope.plan));
}

/** `Tenant` */
export function simpleName(
  form: Extract<AnsweredForm, { kind: 'model' | 'choice' | 'either' }>,
  { choiceName, eitherName, modelName }: Plan,
): string {
  if (form.kind === 'model') return modelName(form.name);
  return form.kind === 'choice' ? choiceName(form) : eitherName(form);
}
