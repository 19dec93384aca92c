import { Module } from '@nestjs/common';
import { PlansHandlers } from './plans.handlers.js';
import { Plans } from './plans.js';

@Module({ controllers: [PlansHandlers], providers: [Plans], exports: [Plans] })
export class PlansModule {}
