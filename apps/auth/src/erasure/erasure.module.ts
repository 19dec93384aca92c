import { Module } from '@nestjs/common';
import { ErasureHandlers } from './erasure.handlers.js';
import { ErasureRepository } from './erasure.repository.js';
import { ErasureService } from './erasure.service.js';
import { ErasureSweep } from './erasure.sweep.js';

@Module({
  controllers: [ErasureHandlers],
  providers: [ErasureService, ErasureRepository, ErasureSweep],
})
export class ErasureModule {}
