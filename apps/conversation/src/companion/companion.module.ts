import { Module } from '@nestjs/common';
import { Companion } from './companion.js';
import { ModelCompanion } from './model.companion.js';

@Module({ providers: [{ provide: Companion, useClass: ModelCompanion }], exports: [Companion] })
export class CompanionModule {}
