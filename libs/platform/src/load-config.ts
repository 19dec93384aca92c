import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainToInstance, Transform } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';

/** A class whose properties are environment variables, with class-validator's decorators and defaults. */
export type ConfigClass<T extends object> = new () => T;

/** The environment is not usable. The message names every faulty variable and never a value. */
export class ConfigError extends Error {
  constructor(
    readonly faults: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`The environment is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`, options);
    this.name = 'ConfigError';
  }
}

/** The names of the variables that a config class reads, its ancestors' included. */
export const configVariables = (config: ConfigClass<object>): string[] => {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(config, '', false, false);
  return [...new Set(metadata.map(({ propertyName }) => propertyName))].sort();
};

/**
 * Reads and checks the variables of a process, once, before anything starts. A variable that is not
 * set is looked for in the folder `SETTINGS_DIR`, in a file of its name (the way orchestrators mount
 * secrets); one that is nowhere keeps the default of its class.
 * @throws ConfigError naming all faults at once
 */
export const loadConfig = <T extends object>(
  config: ConfigClass<T>,
  environment: NodeJS.ProcessEnv = process.env,
): T => {
  const given: Record<string, string> = {};
  for (const name of configVariables(config)) {
    const value = environment[name] ?? fromSettingsDir(environment['SETTINGS_DIR'], name);
    if (value !== undefined && value !== '') given[name] = value;
  }
  const instance = plainToInstance(config, given, { exposeDefaultValues: true });
  const faults = validateSync(instance, { validationError: { target: false, value: false } }).flatMap(
    ({ property, constraints }) =>
      Object.values(constraints ?? {}).map((reason) => `${property}: ${withoutName(reason, property)}`),
  );
  if (given['NODE_ENV'] === 'production') faults.push(...standInsIn(given));
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(instance);
};

const fromSettingsDir = (folder: string | undefined, name: string): string | undefined => {
  if (folder === undefined || folder === '') return undefined;
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};

const withoutName = (reason: string, name: string): string =>
  reason.startsWith(name) ? reason.slice(name.length).trimStart() : reason;

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
