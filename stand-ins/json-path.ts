import { isObject } from './json-value.js';

/** The value at the end of a path of names and positions; a negative position counts from the end. */
export const valueAt = (value: unknown, ...path: readonly (string | number)[]): unknown => {
  let place: unknown = value;
  for (const step of path) {
    if (typeof step === 'number') place = Array.isArray(place) ? place.at(step) : undefined;
    else place = isObject(place) ? place[step] : undefined;
  }
  return place;
};
