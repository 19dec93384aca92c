import { isObject } from '../../json-value.js';

/** The value with the members of `changes` put into it, at any depth; anything but objects is replaced. */
export const merge = (value: unknown, changes: unknown): unknown => {
  if (!isObject(value) || !isObject(changes)) return changes;
  const changed = Object.entries(changes).map(([name, change]) => [name, merge(value[name], change)]);
  return { ...value, ...Object.fromEntries(changed) };
};
