import { group, layOut } from './layout/layout.ts';
import { headLine } from './module-text.ts';
import { textLiteral } from './syntax/text-literal.ts';
import { byKindAndName } from './types/imports.ts';

/** The `__init__.py` of a package whose names come from many modules, each imported when it is first asked for. */
export function lazyPackage(about: string, modules: ReadonlyMap<string, readonly string[]>): string {
  const found = [...modules].filter(([, names]) => names.length > 0).toSorted(([one], [other]) => order(one, other));
  if (found.length === 0) return `${headLine}\n"""${about}"""\n`;
  const names = found.flatMap(([, own]) => own).toSorted(order);
  const imports = found.map(([module, own]) => {
    const sorted = own.toSorted(byKindAndName);
    const flat = `    from .${module} import ${sorted.join(', ')}`;
    return flat.length <= 100 ? flat : layOut(group(`from .${module} import (`, sorted, ')'), 4);
  });
  const rows = found.flatMap(([module, own]) =>
    own.toSorted(order).map((name) => `        ${textLiteral(name)}: ${textLiteral(module)},\n`),
  );
  return `${headLine}
"""${about}"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
${imports.join('\n')}

__all__ = [
${names.map((name) => `    ${textLiteral(name)},\n`).join('')}]

if not TYPE_CHECKING:
    _MODULES = {
${rows.join('')}    }

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        globals()[name] = value
        return value

    def __dir__():
        return __all__
`;
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
