import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { Dto } from './contract.js';
import { DomainError, type FieldError } from './errors.js';

/** What to do with members a class does not declare: a client is told, a newer peer is forgiven. */
export type UnknownMembers = 'refuse' | 'drop';

/**
 * Turns parsed JSON into a checked instance of a DTO class.
 * @throws DomainError `validation_failed` with `errors: FieldError[]`
 */
export const parseDto = <T extends object>(
  dto: Dto<T>,
  value: unknown,
  unknownMembers: UnknownMembers,
): T => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid([{ path: '', message: 'a JSON object is expected' }]);
  }
  if (unknownMembers === 'refuse') refuseInherited(value);
  const instance = plainToInstance(dto, value, { exposeUnsetFields: false });
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: unknownMembers === 'refuse',
    forbidUnknownValues: false,
    stopAtFirstError: true,
  });
  if (errors.length > 0) throw invalid(errors.flatMap((error) => fieldErrors(error)));
  return withoutUnset(instance);
};

/** Members named like those every object has would be dropped in silence instead of refused. */
const refuseInherited = (value: object): void => {
  const inherited = Object.keys(value).filter((name) => name in Object.prototype);
  if (inherited.length > 0) {
    throw invalid(inherited.map((path) => ({ path, message: `property ${path} should not exist` })));
  }
};

/** A member that was not given is not there at all, so that spreading an instance adds nothing. */
const withoutUnset = <T extends object>(instance: T): T => {
  for (const [name, member] of Object.entries(instance)) {
    if (member === undefined) Reflect.deleteProperty(instance, name);
  }
  return instance;
};

const invalid = (errors: FieldError[]): DomainError =>
  new DomainError('validation_failed', 'Some fields are missing or not as they should be.', { errors });

const fieldErrors = (error: ValidationError, parent = ''): FieldError[] => {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.values(error.constraints ?? {}).map((message) => ({ path, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, path))];
};
