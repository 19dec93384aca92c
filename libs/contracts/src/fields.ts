import { ValidateBy, ValidateIf, buildMessage, type ValidationOptions } from 'class-validator';

/** The member may be left out, but not be null. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

interface TextBounds {
  /** Fewest code points; 1 unless told. Text of white space alone counts as empty. */
  readonly min?: number;
  /** Most code points. */
  readonly max: number;
}

/** The length a person would count: one per Unicode code point, none for text of white space alone. */
export const textLength = (text: string): number => {
  if (text.trim() === '') return 0;
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

/** Free text within bounds, counted in code points. */
export const IsText = ({ min = 1, max }: TextBounds, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isText',
      constraints: [min, max],
      validator: {
        validate: (value: unknown) => {
          if (typeof value !== 'string') return false;
          const length = textLength(value);
          return length >= min && length <= max;
        },
        defaultMessage: buildMessage(
          (each) => `${each}$property must be text of $constraint1 to $constraint2 characters`,
          options,
        ),
      },
    },
    options,
  );

// Controls (Cc), and the marks that turn the direction of what follows: a name made of them could
// pass for another on screen.
const INVISIBLE = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Text of one line without control characters or direction marks: names, labels. */
export const IsPlainLine = (bounds: TextBounds, options?: ValidationOptions): PropertyDecorator => {
  const isText = IsText(bounds, options);
  const isPlain = ValidateBy(
    {
      name: 'isPlainLine',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && !INVISIBLE.test(value),
        defaultMessage: buildMessage(
          (each) => `${each}$property must not contain control characters`,
          options,
        ),
      },
    },
    options,
  );
  return (target, key) => {
    isText(target, key);
    isPlain(target, key);
  };
};

/** An instant as ISO 8601, for query strings and payloads. */
export type Instant = string;
/** An amount in rupees with two decimals: `"49.00"`. */
export type Amount = string;
