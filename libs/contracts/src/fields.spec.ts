import { describe, expect, it } from '@jest/globals';
import { IsOptional, IsString } from 'class-validator';
import { DomainError } from './errors.js';
import { IsPlainLine, IsText, MayBeLeftOut, textLength } from './fields.js';
import { parseDto } from './parse-dto.js';

class Note {
  @IsText({ max: 5 })
  text!: string;
}

class Label {
  @IsPlainLine({ min: 2, max: 10 })
  label!: string;
}

class Wish {
  @MayBeLeftOut()
  @IsString()
  wish?: string;

  @IsOptional()
  @IsString()
  other?: string | null;
}

const isAccepted = (dto: new () => object, value: object): boolean => {
  try {
    parseDto(dto, value, 'refuse');
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
};

describe('the length of a text', () => {
  it.each([
    ['नमस्ते', 6],
    ['क्ष', 3],
    ['हाय 👩', 5],
    ['👩‍👩‍👧', 5],
    ['🇮🇳', 2],
    ['𝒂𝒃', 2],
    [' a ', 3],
    ['', 0],
    [' \n\t', 0],
    ['\u00a0\u3000\ufeff', 0],
    ['\u200d', 1],
  ])('of %j is %i code points', (text, length) => {
    expect(textLength(text)).toBe(length);
  });
});

describe('a text', () => {
  it.each([
    ['one character', 'a', true],
    ['as many as allowed', 'abcde', true],
    ['as many emoji as allowed', '👩👩👩👩👩', true],
    ['white space around a word', ' a  ', true],
    ['nothing', '', false],
    ['white space alone', '   ', false],
    ['one character too many', 'abcdef', false],
    ['a number', 7, false],
    ['null', null, false],
    ['a list', ['a'], false],
  ])('of %s is accepted: %s', (_what, text, accepted) => {
    expect(isAccepted(Note, { text })).toBe(accepted);
  });

  it('must be there', () => {
    expect(isAccepted(Note, {})).toBe(false);
  });
});

describe('a plain line', () => {
  it.each([
    ['a name', 'आशा राव', true],
    ['a name with joiners', 'क्\u200dष 👩‍👧', true],
    ['too short a name', 'x', false],
    ['a line break', 'ab\ncd', false],
    ['a carriage return', 'ab\rcd', false],
    ['a tab', 'ab\tcd', false],
    ['an escape character', 'ab\u001b[1m', false],
    ['a C1 control', 'ab\u0085', false],
    ['a right-to-left override', 'ab\u202ecd', false],
    ['an isolate', 'ab\u2066cd', false],
    ['a left-to-right mark', 'ab\u200e', false],
    ['an Arabic letter mark', 'ab\u061c', false],
  ])('of %s is accepted: %s', (_what, label, accepted) => {
    expect(isAccepted(Label, { label })).toBe(accepted);
  });
});

describe('a member that may be left out', () => {
  it.each([
    ['left out', {}, true],
    ['given', { wish: 'tea' }, true],
    ['null', { wish: null }, false],
    ['of another type', { wish: 7 }, false],
    ['an optional neighbour that is null', { other: null }, true],
  ])('is accepted when it is %s: %s', (_how, value, accepted) => {
    expect(isAccepted(Wish, value)).toBe(accepted);
  });
});
