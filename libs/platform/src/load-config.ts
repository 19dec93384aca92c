import { readFileSync } from 'node:fs';
import { plainToInstance, Transform } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';

/** A class whose properties are environment variables, with class-validator's decorators and defaults. */
export type ConfigClass<T extends object> = new () => T;

/** The environment is not usable. The message names every faulty variable and never a value. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** The names of the variables that a config class reads, its ancestors' included. */
export const configVariables = (config: ConfigClass<object>): string[] => {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(config, '', false, false);
  return [...new Set(metadata.map(({ propertyName }) => propertyName))].sort();
};

/**
 * Reads and checks the variables of a process, once, before anything starts. `NAME_FILE` names a
 * file that holds the value of `NAME`, so that a secret need not stand in the environment.
 * @throws ConfigError naming all faults at once
 */
export const loadConfig = <T extends object>(
  config: ConfigClass<T>,
  environment: NodeJS.ProcessEnv = process.env,
): T => {
  const given: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of configVariables(config)) {
    try {
      const value = readVariable(name, environment);
      if (value !== undefined && value !== '') given[name] = value;
    } catch {
      faults.push(`${name}_FILE: the file cannot be read`);
    }
  }
  const instance = plainToInstance(config, given, { exposeDefaultValues: true });
  for (const error of validateSync(instance, { validationError: { target: false, value: false } })) {
    faults.push(...Object.values(error.constraints ?? {}).map((reason) => describe(error.property, reason)));
  }
  if (environment.NODE_ENV === 'production') faults.push(...standInsIn(given));
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(instance);
};

const readVariable = (name: string, environment: NodeJS.ProcessEnv): string | undefined => {
  const file = environment[`${name}_FILE`];
  return file === undefined || file === '' ? environment[name] : readFileSync(file, 'utf8').trim();
};

const describe = (name: string, reason: string): string =>
  reason.startsWith(name) ? `${name}:${reason.slice(name.length)}` : `${name}: ${reason}`;

const standInsIn = (given: Record<string, string>): string[] =>
  Object.entries(given)
    .filter(([, value]) => value.includes('stand-in'))
    .map(([name]) => `${name}: is a stand-in, which production does not accept`);

/** `true` or `false`, and nothing else. */
export const ToBoolean = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

/** A comma-separated list. */
export const ToList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string'
      ? value
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== '')
      : value,
  );
