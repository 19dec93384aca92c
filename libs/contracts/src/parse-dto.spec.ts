import { describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, ValidateNested } from 'class-validator';
import { MayBeLeftOut } from './fields.js';
import { parseDto } from './parse-dto.js';

class Line {
  @IsString()
  text!: string;
}

class Letter {
  @IsInt()
  pages!: number;

  @MayBeLeftOut()
  @IsString()
  greeting?: string;

  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => Line)
  first?: Line;

  @MayBeLeftOut()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Line)
  lines?: Line[];
}

const failure = (value: unknown, unknownMembers: 'refuse' | 'drop' = 'refuse'): unknown => {
  try {
    return parseDto(Letter, value, unknownMembers);
  } catch (error) {
    return error;
  }
};

const pathsOf = (value: unknown): unknown =>
  (failure(value) as { extras: { errors: { path: string }[] } }).extras.errors.map(({ path }) => path);

describe('a checked object', () => {
  it('is an instance of its class with the values given', () => {
    const letter = parseDto(Letter, { pages: 2, lines: [{ text: 'नमस्ते' }] }, 'refuse');
    expect(letter).toBeInstanceOf(Letter);
    expect(letter.lines?.[0]).toBeInstanceOf(Line);
    expect(JSON.stringify(letter)).toBe('{"pages":2,"lines":[{"text":"नमस्ते"}]}');
  });

  it.each([null, undefined, 7, 'text', true, [], [{ pages: 1 }]])('is not made of %j', (value) => {
    expect(failure(value)).toMatchObject({
      code: 'validation_failed',
      extras: { errors: [{ path: '', message: 'a JSON object is expected' }] },
    });
  });

  it('is not made of a value of another type, though it looks alike', () => {
    expect(pathsOf({ pages: '2' })).toEqual(['pages']);
    expect(pathsOf({ pages: 2.5 })).toEqual(['pages']);
    expect(pathsOf({ pages: 2, greeting: ['hello'] })).toEqual(['greeting']);
  });
});

describe('a member that the class does not have', () => {
  it('is refused from a client, at every depth', () => {
    expect(pathsOf({ pages: 1, stamp: 'red' })).toEqual(['stamp']);
    expect(pathsOf({ pages: 1, first: { text: 'x', stamp: 'red' } })).toEqual(['first.stamp']);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])(
    'is refused though every object has a %s',
    (name) => {
      expect(failure(JSON.parse(`{"pages": 1, "${name}": {}}`))).toMatchObject({ code: 'validation_failed' });
    },
  );

  it('is dropped from a newer peer, at every depth', () => {
    const letter = parseDto(Letter, { pages: 1, stamp: 'red', first: { text: 'x', stamp: 'red' } }, 'drop');
    expect(JSON.stringify(letter)).toBe('{"pages":1,"first":{"text":"x"}}');
  });
});

describe('the faults of an object', () => {
  it('are all told, each with its place', () => {
    expect(pathsOf({ pages: 'two', greeting: 7, first: {}, lines: [{ text: 'x' }, { text: 1 }] })).toEqual([
      'pages',
      'greeting',
      'first.text',
      'lines.1.text',
    ]);
  });

  it('say what is expected and quote nothing of what was given', () => {
    const error = failure({ pages: 'my secret' });
    expect(error).toMatchObject({
      detail: 'Some fields are missing or not as they should be.',
      extras: { errors: [{ path: 'pages', message: 'pages must be an integer number' }] },
    });
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});
