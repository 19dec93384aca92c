import { Module } from '@nestjs/common';
import { UpdatesController } from './updates.controller.js';
import { UpdatesListener } from './updates.listener.js';
import { UpdatesService } from './updates.service.js';

@Module({ controllers: [UpdatesController], providers: [UpdatesListener, UpdatesService] })
export class UpdatesModule {}
