import { Module } from '@nestjs/common';
import { DeadLettersListener } from './dead-letters.listener.js';
import { DeadLettersRepository } from './dead-letters.repository.js';

@Module({ controllers: [DeadLettersListener], providers: [DeadLettersRepository] })
export class DeadLettersModule {}
