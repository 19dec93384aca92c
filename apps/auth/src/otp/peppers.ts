import { Transform } from 'class-transformer';
import { buildMessage, ValidateBy } from 'class-validator';

/** A secret of the server that codes are digested with; it is not in the database. */
export interface Pepper {
  readonly id: string;
  readonly secret: string;
}

const MIN_SECRET_LENGTH = 32;

/** Reads `id:secret,…`; anything else is left for the validator to refuse. */
export const ToPeppers = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',').map(parsePepper) : value,
  );

/** At least one pepper, each with an id and a secret of 32 characters or more. */
export const IsPepperList = (): PropertyDecorator =>
  ValidateBy({
    name: 'isPepperList',
    validator: {
      validate: (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isPepper),
      defaultMessage: buildMessage(
        (each) =>
          `${each}$property must be id:secret,… with secrets of ${String(MIN_SECRET_LENGTH)} characters or more`,
      ),
    },
  });

const parsePepper = (item: string): Pepper => {
  const [id = '', ...secret] = item.trim().split(':');
  return { id, secret: secret.join(':') };
};

const isPepper = (item: unknown): boolean =>
  typeof item === 'object' &&
  item !== null &&
  'id' in item &&
  'secret' in item &&
  typeof item.id === 'string' &&
  /^\w{1,20}$/.test(item.id) &&
  typeof item.secret === 'string' &&
  item.secret.length >= MIN_SECRET_LENGTH;
