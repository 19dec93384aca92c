import 'reflect-metadata';
import { runService } from '@saathi/messaging';
import { AppModule } from './app.module.js';
import { BillingConfig } from './billing.config.js';

await runService('billing', BillingConfig, (config) => AppModule.with(config));
