import { Controller, Get, Query } from '@nestjs/common';
import {
  ConsentPurpose,
  NOTICE_VERSION,
  NoticeQuery,
  REQUIRED_PURPOSES,
  type NoticeView,
} from '@saathi/contracts';
import { GatewayConfig } from '../gateway.config.js';
import { Public } from '../http/public.decorator.js';
import { NOTICE_TEXTS } from './notice-texts.js';

@Controller('v1/notice')
export class NoticeController {
  constructor(private readonly config: GatewayConfig) {}

  /** What is kept about people, what for, what they can do about it, and whom to write to. */
  @Public()
  @Get()
  getNotice(@Query() { locale }: NoticeQuery): NoticeView {
    const { intro, purposes, rights } = NOTICE_TEXTS[locale.startsWith('en') ? 'en' : 'hi'];
    return {
      version: NOTICE_VERSION,
      locale,
      intro,
      purposes: Object.values(ConsentPurpose).map((purpose) => ({
        purpose,
        required: REQUIRED_PURPOSES.includes(purpose),
        text: purposes[purpose],
      })),
      rights: [...rights],
      grievance: {
        name: this.config.GRIEVANCE_NAME,
        email: this.config.GRIEVANCE_EMAIL,
        answers_within_days: this.config.GRIEVANCE_DAYS,
      },
    };
  }
}
