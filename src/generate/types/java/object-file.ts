import type { SdkField, TypeReference } from '../../sdk/api-description.ts';
import type { ObjectType, TypesFile } from '../configuration-types.ts';
import { namesOf } from '../names/names-of.ts';
import { nameFor } from '../names/type-names.ts';
import { camelCase } from '../names/words.ts';
import { classFile } from './class-file.ts';
import { javaType } from './java-type.ts';
import { codeText, escapeHtml, javadoc } from './javadoc.ts';
import { reservedWords } from './reserved-words.ts';
import { textLiteral } from './text-literal.ts';

/** What code makes field by field and hands over: `new CommentCreatedEvent().title("…")`. */
export function objectFile(objectType: ObjectType, packageName: string, nameOf: (id: string) => string): TypesFile {
  const title = nameOf(objectType.id);
  const names = namesOf(
    objectType.fields.map(({ name }) => ({ id: name, wish: name })),
    { casing: camelCase, reserved },
  );
  const setters = objectType.fields.map((field) => setter(field, nameFor(field.name, names), title, nameOf));
  const required = objectType.fields.filter(({ isRequired }) => isRequired).map(({ name }) => textLiteral(name));
  const body = [
    `${javadoc([escapeHtml(objectType.note) || 'An object with these fields.'], [], 0)}public final class ${title} implements ToJson {`,
    `    private final Map<String, Object> fields = new LinkedHashMap<>();\n`,
    `    /** One that holds nothing yet. */\n    public ${title}() {}\n`,
    ...setters,
    toJson(title, required),
    sameness(title),
    '}\n',
  ].join('\n');
  return classFile(packageName, title, body);
}

function setter(field: SdkField, name: string, title: string, nameOf: (id: string) => string): string {
  const type = javaType(field.type, nameOf);
  const isChecked = !type.isNullable && type.name === type.boxed;
  const value = isChecked ? `Objects.requireNonNull(${name}, ${textLiteral(field.name)})` : name;
  const values = valuesOf(field.type);
  const about = field.description === undefined ? `Sets ${codeText(field.name)}.` : escapeHtml(field.description);
  const oneOf = values.length === 0 ? '' : `One of ${values.map((one) => codeText(String(one))).join(', ')}.`;
  const tags = [`@param ${name} ${field.isRequired ? 'the value, which must be there' : 'the value'}`, '@return this'];
  return `${javadoc([about, oneOf], tags, 4)}    public ${title} ${name}(${type.name} ${name}) {
        fields.put(${textLiteral(field.name)}, ${value});
        return this;
    }
`;
}

function toJson(title: string, required: readonly string[]): string {
  const check = `        List<String> missing = new ArrayList<>(List.of(${required.join(', ')}));
        missing.removeAll(fields.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("${title} lacks " + String.join(", ", missing));
        }
`;
  const tags = [
    '@return its fields by name, which no longer change, nor does anything in them',
    ...(required.length === 0 ? [] : ['@throws IllegalStateException where a field is missing that must be there']),
  ];
  return `${javadoc(['What it holds.'], tags, 4)}    @Override
    public Map<String, Object> toJson() {
${required.length === 0 ? '' : check}        Map<String, Object> all = new LinkedHashMap<>();
        fields.forEach((name, value) -> all.put(name, Json.copy(value)));
        return Collections.unmodifiableMap(all);
    }
`;
}

/** The names of its fields are said, not their values, which may be nobody's business. */
function sameness(title: string): string {
  return `    @Override
    public boolean equals(Object other) {
        return other instanceof ${title} same && fields.equals(same.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** The name of the class and of what was set. */
    @Override
    public String toString() {
        return "${title}" + fields.keySet();
    }`;
}

/** The values that are all there may be. */
function valuesOf(type: TypeReference): readonly (string | number | boolean)[] {
  if (type.kind === 'literal') return [type.value];
  return type.kind === 'union' ? type.members.flatMap(valuesOf) : [];
}

/** Words of the language, and what every object and every such class has. */
const reserved = new Set([
  ...reservedWords,
  ...'clone equals fields finalize getClass hashCode notify notifyAll toJson toString wait'.split(' '),
]);
