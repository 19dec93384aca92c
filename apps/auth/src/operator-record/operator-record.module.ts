import { Module } from '@nestjs/common';
import { OperatorRecord } from './operator-record.service.js';
import { OperatorRecordHandlers } from './operator-record.handlers.js';
import { OperatorRecordRepository } from './operator-record.repository.js';

@Module({
  controllers: [OperatorRecordHandlers],
  providers: [OperatorRecord, OperatorRecordRepository],
  exports: [OperatorRecord, OperatorRecordRepository],
})
export class OperatorRecordModule {}
