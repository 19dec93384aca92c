import { SessionType, type LoveLanguage, type PersonaSnapshot } from '@saathi/contracts';
import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { numericAsNumber } from './numeric.column.js';
import { UserEntity } from './user.entity.js';

@Entity('sessions')
@Index('sessions_user_id_started_at_idx', { synchronize: false })
@Index('sessions_open_idx', { synchronize: false })
@Index('sessions_ended_at_idx', { synchronize: false })
export class SessionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'sessions_pkey' })
  id!: string;

  @Column('uuid')
  user_id!: string;

  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'sessions_user_id_fkey' })
  user?: Relation<UserEntity>;

  @Column({
    type: 'enum',
    enum: Object.values(SessionType),
    enumName: 'session_type_enum',
    default: SessionType.Chat,
  })
  type!: SessionType;

  @Column('timestamptz', { default: () => 'now()' })
  started_at!: Date;

  @Column('timestamptz', { nullable: true })
  ended_at!: Date | null;

  @Column('text', { nullable: true })
  partner_type_one_liner!: string | null;

  @Column('text', { array: true, nullable: true })
  top_3_traits_you_value!: string[] | null;

  @Column('text', { array: true, nullable: true })
  what_you_might_work_on!: string[] | null;

  @Column('text', { array: true, nullable: true })
  next_time_focus!: string[] | null;

  @Column('text', { nullable: true })
  love_language_guess!: LoveLanguage | null;

  @Column('text', { nullable: true })
  communication_fit!: string | null;

  @Column('numeric', { precision: 4, scale: 2, nullable: true, transformer: numericAsNumber })
  confidence_score!: number | null;

  /** Fixed when the session starts. */
  @Column('jsonb', { nullable: true })
  persona_snapshot!: PersonaSnapshot | null;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()', insert: false, update: false })
  updated_at!: Date;
}
