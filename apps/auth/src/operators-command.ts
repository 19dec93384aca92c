import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DomainError } from '@saathi/contracts';
import { ConfigError, loadConfig } from '@saathi/platform';
import { IsOptional, Matches } from 'class-validator';
import { OperatorsCommandModule } from './operators-command.module.js';
import { OperatorsRepository } from './operators/operators.repository.js';
import { canonicalEmail } from './otp/email-address.js';

/** Every variable of the command; in compose they stand in the folder of the auth service. */
class OperatorsCommandConfig {
  @Matches(/^postgres(ql)?:\/\/\S+$/)
  DATABASE_URL!: string;

  @IsOptional()
  @Matches(/^[a-z_][a-z0-9_]*$/)
  DATABASE_ROLE?: string;
}

const USAGE = 'Say what to do: add <e-mail>, remove <e-mail> or list';

/** `node dist/apps/auth/src/operators-command.js add|remove <e-mail>`, or `list`. */
const run = async (
  operators: OperatorsRepository,
  [verb = '', email = '']: readonly string[],
): Promise<string> => {
  switch (verb) {
    case 'add':
      return (await operators.add(canonicalEmail(email))) === undefined
        ? `${email} is an operator already`
        : `${email} is an operator now, and signs in at /admin with a code sent by mail`;
    case 'remove':
      return (await operators.remove(canonicalEmail(email))) === undefined
        ? `${email} is no operator`
        : `${email} is no operator any more, and signed out everywhere`;
    case 'list':
      return (
        (await operators.list()).map((operator) => operator.email).join('\n') || 'There is no operator yet'
      );
    default:
      throw new DomainError('validation_failed', USAGE);
  }
};

try {
  const module = OperatorsCommandModule.with(loadConfig(OperatorsCommandConfig));
  const context = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    process.stdout.write(`${await run(context.get(OperatorsRepository), process.argv.slice(2))}\n`);
  } finally {
    await context.close();
  }
} catch (error) {
  const isExpected = error instanceof DomainError || error instanceof ConfigError;
  const reason = error instanceof DomainError ? error.detail : String(error);
  process.stderr.write(`${isExpected ? reason : `The database cannot be used: ${reason}`}\n`);
  process.exitCode = 1;
}
