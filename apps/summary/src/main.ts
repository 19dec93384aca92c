import 'reflect-metadata';
import { runService } from '@saathi/messaging';
import { AppModule } from './app.module.js';
import { SummaryConfig } from './summary.config.js';

await runService('summary', SummaryConfig, (config) => AppModule.with(config));
