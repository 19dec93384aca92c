import { Module } from '@nestjs/common';
import { CallSockets } from './call-sockets.js';
import { CallsController } from './calls.controller.js';

@Module({ controllers: [CallsController], providers: [CallSockets], exports: [CallSockets] })
export class CallsModule {}
