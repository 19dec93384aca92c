import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.js';
import { JwksController } from './jwks.controller.js';

@Module({ controllers: [AuthController, JwksController] })
export class AuthModule {}
