import { Module } from '@nestjs/common';
import { EntitlementsModule } from '../entitlements/entitlements.module.js';
import { Announcements } from './announcements.service.js';

@Module({ imports: [EntitlementsModule], providers: [Announcements], exports: [Announcements] })
export class AnnouncementsModule {}
