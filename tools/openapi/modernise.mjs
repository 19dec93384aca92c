/**
 * From 3.0's way of saying "or null" to 3.1's.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export const modernise = (value) => {
  if (Array.isArray(value)) return /** @type {T} */ (value.map(modernise));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, modernise(member)]),
  );
  return /** @type {T} */ (orNull(members));
};

/** @param {Record<string, any>} schema */
const orNull = ({ nullable, ...schema }) => {
  if (nullable !== true) return nullable === undefined ? schema : { nullable, ...schema };
  if (typeof schema['type'] === 'string') {
    const { type, enum: values, ...rest } = schema;
    return { type: [type, 'null'], ...(values === undefined ? {} : { enum: [...values, null] }), ...rest };
  }
  return { anyOf: [schema, { type: 'null' }] };
};
