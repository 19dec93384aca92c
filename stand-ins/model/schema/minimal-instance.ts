import { isObject, listAt, numberAt, objectAt, textAt, type JsonObject } from '../../json-value.js';

const DEEPEST = 32;
const FORMATS: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  'date-time': '2026-01-01T00:00:00.000Z',
  date: '2026-01-01',
  time: '00:00:00Z',
  email: 'someone@example.test',
  uri: 'https://example.test/',
};

/** The smallest value that a JSON schema accepts. */
export const minimalInstance = (schema: JsonObject): unknown => instanceOf(schema, schema, 0);

const instanceOf = (given: unknown, root: JsonObject, depth: number): unknown => {
  if (!isObject(given) || depth > DEEPEST) return null;
  const schema = resolved(given, root);
  if ('const' in schema) return schema.const;
  const [first] = listAt(schema, 'enum');
  if (first !== undefined) return first;
  const [choice] = [...listAt(schema, 'anyOf'), ...listAt(schema, 'oneOf')];
  if (choice !== undefined) return instanceOf(choice, root, depth + 1);
  switch (typeOf(schema)) {
    case 'object':
      return objectFor(schema, root, depth);
    case 'array':
      return Array.from({ length: numberAt(schema, 'minItems') ?? 0 }, () =>
        instanceOf(schema.items, root, depth + 1),
      );
    case 'string':
      return stringFor(schema);
    case 'integer':
    case 'number':
      return numberFor(schema);
    case 'boolean':
      return false;
    default:
      return null;
  }
};

const objectFor = (schema: JsonObject, root: JsonObject, depth: number): unknown => {
  const parts = [schema, ...listAt(schema, 'allOf').filter(isObject)].map((part) => resolved(part, root));
  const entries = parts.flatMap((part) =>
    listAt(part, 'required')
      .map(String)
      .map((name): [string, unknown] => [
        name,
        instanceOf(objectAt(part, 'properties')[name], root, depth + 1),
      ]),
  );
  return Object.fromEntries(entries);
};

const stringFor = (schema: JsonObject): string => {
  const format = FORMATS[textAt(schema, 'format') ?? ''];
  return format ?? 'x'.repeat(numberAt(schema, 'minLength') ?? 0);
};

const numberFor = (schema: JsonObject): number => {
  const above = numberAt(schema, 'exclusiveMinimum');
  const least = numberAt(schema, 'minimum') ?? (above === undefined ? undefined : above + 1);
  const most = numberAt(schema, 'maximum') ?? 0;
  return least ?? Math.min(0, most);
};

const typeOf = (schema: JsonObject): string => {
  const types = [schema.type, ...listAt(schema, 'type')];
  const named = types.find((type) => typeof type === 'string' && type !== 'null');
  if (typeof named === 'string') return named;
  if ('properties' in schema || 'allOf' in schema) return 'object';
  return 'items' in schema ? 'array' : 'null';
};

/** Follows a `$ref` such as `#/$defs/item` within the same schema. */
const resolved = (schema: JsonObject, root: JsonObject): JsonObject => {
  const reference = textAt(schema, '$ref');
  if (reference === undefined) return schema;
  return reference
    .split('/')
    .slice(1)
    .reduce<JsonObject>((place, name) => objectAt(place, name), root);
};
