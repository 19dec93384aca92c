import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { DomainError, parseDto } from '@saathi/contracts';
import { hasUnusableCharacters, UNUSABLE_CHARACTERS } from './unusable-text.js';

/** Checks bodies, queries and path parameters against their class; unknown members are refused. */
@Injectable()
export class DtoPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom' || metatype === undefined || BUILT_IN.has(metatype)) return value;
    if (type !== 'body') refuseUnusable(value);
    return parseDto<object>(metatype, value, 'refuse');
  }
}

const BUILT_IN = new Set<unknown>([String, Number, Boolean, Object, Array, Buffer]);

// Percent escapes bring in what a body's parser has already refused there.
const refuseUnusable = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [path, text] of Object.entries(value)) {
    if (typeof text === 'string' && hasUnusableCharacters(text)) {
      throw new DomainError('validation_failed', UNUSABLE_CHARACTERS, {
        errors: [{ path, message: UNUSABLE_CHARACTERS }],
      });
    }
  }
};
