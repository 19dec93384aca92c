import 'reflect-metadata';
import { runService } from '@saathi/messaging';
import { AppModule } from './app.module.js';
import { ConversationConfig } from './conversation.config.js';

await runService('conversation', ConversationConfig, (config) => AppModule.with(config));
