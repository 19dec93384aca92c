import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DomainError } from '@saathi/contracts';
import { ConfigError, loadConfig } from '@saathi/platform';
import { IsOptional, Matches } from 'class-validator';
import { SummariesCommandModule } from './summaries-command.module.js';
import { UpkeepService } from './upkeep/upkeep.service.js';

/** Every variable of the command; in compose they stand in the folder of the summary service. */
class SummariesCommandConfig {
  @Matches(/^postgres(ql)?:\/\/\S+$/)
  DATABASE_URL!: string;

  @IsOptional()
  @Matches(/^[a-z_][a-z0-9_]*$/)
  DATABASE_ROLE?: string;
}

const VERBS: Readonly<Record<string, (upkeep: UpkeepService) => Promise<string>>> = {
  list: async (upkeep) => {
    const letters = await upkeep.deadLetters();
    return letters.map((letter) => JSON.stringify(letter)).join('\n') || 'There is no dead letter';
  },
  replay: async (upkeep) => {
    const { letters, sessions, left } = await upkeep.replayDeadLetters();
    return `${String(letters)} letters replayed, ${String(sessions)} sessions are summarised within a minute, ${String(left)} letters of other kinds left`;
  },
  rebuild: async (upkeep) => `${String(await upkeep.rebuildSummaries())} summaries made anew from their rows`,
};

// `node dist/apps/summary/src/summaries-command.js list|replay|rebuild`
try {
  const work = VERBS[process.argv[2] ?? ''];
  if (work === undefined)
    throw new DomainError('validation_failed', 'Say what to do: list, replay or rebuild');
  const module = SummariesCommandModule.with(loadConfig(SummariesCommandConfig));
  const context = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    process.stdout.write(`${await work(context.get(UpkeepService))}\n`);
  } finally {
    await context.close();
  }
} catch (error) {
  const isExpected = error instanceof DomainError || error instanceof ConfigError;
  const reason = error instanceof DomainError ? error.detail : String(error);
  process.stderr.write(`${isExpected ? reason : `The database cannot be used: ${reason}`}\n`);
  process.exitCode = 1;
}
