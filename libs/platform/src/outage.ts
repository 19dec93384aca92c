// PostgreSQL, appendix A: 08 connection, 53 resources, 57P shutdown and start, 40 conflicts that a
// repeated transaction resolves.
const SQLSTATE = /^(08...|53...|57P0[123]|40001|40P01)$/;
const SYSTEM = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
// node-postgres gives these no code.
const UNCODED =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** Whether an error says that something outside is away for now, so that trying again later makes sense. */
export const isOutage = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (SQLSTATE.test(code) || SYSTEM.test(code) || UNCODED.test(error.message)) return true;
  if (error instanceof AggregateError && error.errors.some(isOutage)) return true;
  return isOutage(error.cause) || ('driverError' in error && isOutage(error.driverError));
};
