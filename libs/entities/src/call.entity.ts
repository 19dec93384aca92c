import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { SessionEntity } from './session.entity.js';
import { UserEntity } from './user.entity.js';

@Entity('calls')
@Index('calls_session_id_idx', { synchronize: false })
@Index('calls_user_id_started_at_idx', { synchronize: false })
export class CallEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'calls_pkey' })
  id!: string;

  @Column('uuid')
  session_id!: string;

  @ManyToOne(() => SessionEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'calls_session_id_fkey' })
  session?: Relation<SessionEntity>;

  @Column('uuid')
  user_id!: string;

  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'calls_user_id_fkey' })
  user?: Relation<UserEntity>;

  @Column('text', { nullable: true })
  transcript!: string | null;

  @Column('timestamptz')
  started_at!: Date;

  /** Moves forward while the call lives. */
  @Column('timestamptz')
  ended_at!: Date;

  /** Whole seconds, rounded down; derived by a trigger. */
  @Column({ type: 'integer', nullable: true, insert: false, update: false })
  duration_seconds!: number | null;
}
