import { describe, expect, it } from '@jest/globals';
import { minimalInstance } from './minimal-instance.js';

describe('minimalInstance', () => {
  it.each([
    [{ type: 'string', minLength: 2 }, 'xx'],
    [{ type: ['null', 'integer'], minimum: 3 }, 3],
    [{ type: 'number', maximum: -1 }, -1],
    [{ enum: ['none', 'distress'] }, 'none'],
    [{ const: 7 }, 7],
    [{ anyOf: [{ type: 'boolean' }, { type: 'null' }] }, false],
    [{ type: 'array', items: { type: 'string' } }, []],
    [{ type: 'array', minItems: 2, items: { type: 'null' } }, [null, null]],
    [
      { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, required: ['a'] },
      { a: '' },
    ],
    [{ $ref: '#/$defs/level', $defs: { level: { enum: ['low'] } } }, 'low'],
  ])('answers %j with %j', (schema, instance) => {
    expect(minimalInstance(schema)).toEqual(instance);
  });
});
