import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.js';
import { ConsentsController } from './consents.controller.js';
import { ErasuresController } from './erasures.controller.js';
import { ExportController } from './export.controller.js';
import { ExportService } from './export.service.js';
import { NoticeController } from './notice.controller.js';

/** What the law and decency give a person over their data. */
@Module({
  controllers: [
    AccountController,
    ConsentsController,
    ErasuresController,
    ExportController,
    NoticeController,
  ],
  providers: [ExportService],
})
export class AccountModule {}
