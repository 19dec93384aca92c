import { Module } from '@nestjs/common';
import { DeletionsHandlers } from './deletions.handlers.js';
import { DeletionsRepository } from './deletions.repository.js';
import { DeletionsService } from './deletions.service.js';

@Module({ controllers: [DeletionsHandlers], providers: [DeletionsService, DeletionsRepository] })
export class DeletionsModule {}
