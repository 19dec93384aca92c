import 'reflect-metadata';
import { runService } from '@saathi/messaging';
import { AppModule } from './app.module.js';
import { AuthConfig } from './auth.config.js';

await runService('auth', AuthConfig, (config) => AppModule.with(config));
