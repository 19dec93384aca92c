import { Module } from '@nestjs/common';
import { OverviewHandlers } from './overview.handlers.js';
import { OverviewRepository } from './overview.repository.js';

@Module({ controllers: [OverviewHandlers], providers: [OverviewRepository] })
export class OverviewModule {}
