import { CreateSchema1764000000000 } from './1764000000000-CreateSchema.js';
import { CreateIndexes1764000001000 } from './1764000001000-CreateIndexes.js';
import { CreateUsageTriggers1764000002000 } from './1764000002000-CreateUsageTriggers.js';
import { CreateSignInTables1764000003000 } from './1764000003000-CreateSignInTables.js';
import { CreateTurns1764000004000 } from './1764000004000-CreateTurns.js';
import { CreateLearning1764000005000 } from './1764000005000-CreateLearning.js';
import { CreateBillingTables1764000006000 } from './1764000006000-CreateBillingTables.js';
import { CreateRights1764000007000 } from './1764000007000-CreateRights.js';
import { CreateDeletions1764000008000 } from './1764000008000-CreateDeletions.js';
import { LetRepliesBeMadeAgain1764000009000 } from './1764000009000-LetRepliesBeMadeAgain.js';
import { CreateOperators1764000020000 } from './1764000020000-CreateOperators.js';
import { LetTurnsSurvive1764000010000 } from './1764000010000-LetTurnsSurvive.js';
import { CreateFeedback1764000030000 } from './1764000030000-CreateFeedback.js';
import { CompleteBilling1764000021000 } from './1764000021000-CompleteBilling.js';
import { ForgetPayers1764000022000 } from './1764000022000-ForgetPayers.js';
import { FindRefunds1764000023000 } from './1764000023000-FindRefunds.js';
import { CreateModelCalls1764000011000 } from './1764000011000-CreateModelCalls.js';
import { CreateMemory1764000031000 } from './1764000031000-CreateMemory.js';
import { CreateMessageVectors1764000032000 } from './1764000032000-CreateMessageVectors.js';
import { CreateSafety1764000012000 } from './1764000012000-CreateSafety.js';
import { LinkSafetyEvents1764000041000 } from './1764000041000-LinkSafetyEvents.js';
import { RememberHeardSound1764000042000 } from './1764000042000-RememberHeardSound.js';
import { CreateCallLeases1764000040000 } from './1764000040000-CreateCallLeases.js';

/** All migrations, oldest first. */
export const migrations = [
  CreateSchema1764000000000,
  CreateIndexes1764000001000,
  CreateUsageTriggers1764000002000,
  CreateSignInTables1764000003000,
  CreateTurns1764000004000,
  CreateLearning1764000005000,
  CreateBillingTables1764000006000,
  CreateRights1764000007000,
  CreateDeletions1764000008000,
  LetRepliesBeMadeAgain1764000009000,
  CreateOperators1764000020000,
  LetTurnsSurvive1764000010000,
  CreateFeedback1764000030000,
  CompleteBilling1764000021000,
  ForgetPayers1764000022000,
  CreateModelCalls1764000011000,
  CreateMemory1764000031000,
  CreateMessageVectors1764000032000,
  CreateSafety1764000012000,
  FindRefunds1764000023000,
  CreateCallLeases1764000040000,
  LinkSafetyEvents1764000041000,
  RememberHeardSound1764000042000,
];
