import { MAX_PAYLOAD_BYTES } from './max-payload.js';
import { allRights } from './rights.js';

// For the tools that write a configuration of nats-server.
process.stdout.write(`${JSON.stringify({ max_payload: MAX_PAYLOAD_BYTES, rights: allRights() })}\n`);
