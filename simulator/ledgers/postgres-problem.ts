import { LedgerProblem } from "./ledger-problem.ts";

/** SQLSTATE (PostgreSQL's manual, appendix A) and error codes of sockets, with what they mean here and the next step. */
const KNOWN: readonly {
  readonly codes: RegExp;
  readonly code: LedgerProblem["code"];
  readonly says: string;
  readonly fix: string;
}[] = [
  {
    codes: /^(?:ECONNREFUSED|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EACCES)$/,
    code: "unreachable",
    says: "does not answer",
    fix: "start PostgreSQL, and check host, port and socket folder in the address",
  },
  {
    codes: /^28/,
    code: "refused",
    says: "refused the user or the password",
    fix: "check user and password in the address (or PGUSER, PGPASSWORD) and the server's pg_hba.conf",
  },
  {
    codes: /^3D000$/,
    code: "refused",
    says: "has no such database",
    fix: "make it with createdb, or name another in the address",
  },
  {
    codes: /^42501$/,
    code: "refused",
    says: "does not let this user make or use the schema madoguchi",
    fix: "GRANT CREATE ON DATABASE … TO the user, or let the owner of the schema grant its use",
  },
  {
    codes: /^25006$/,
    code: "read-only",
    says: "takes no changes: it is a standby, or set to read only",
    fix: "name the primary server",
  },
  {
    codes: /^(?:53300|55P03|57014)$/,
    code: "busy",
    says: "has too much to do",
    fix: "run fewer replicas, raise max_connections, or end the transaction that holds the rows (pg_stat_activity)",
  },
  {
    codes: /^(?:57P0\d|08\w{3}|ECONNRESET|EPIPE)$/,
    code: "unreachable",
    says: "broke the connection off, or is starting or stopping",
    fix: "look at the server's log; send the message again when it runs",
  },
  {
    codes: /^(?:42P01|42703|3F000)$/,
    code: "not-a-ledger",
    says: "has a schema madoguchi whose tables are not ours",
    fix: "name another database",
  },
];

/** Texts of the driver, which carry no code, and the code they amount to. */
const CODELESS: readonly (readonly [RegExp, string])[] = [
  [/timeout exceeded when trying to connect/i, "53300"],
  [/connection terminated|connection error|timeout expired|read timeout|not queryable/i, "ECONNRESET"],
];

/** An error of PostgreSQL or of the way there in words, without address secrets; whatever is none passes through. */
export function postgresProblem(error: unknown, where: string): unknown {
  if (!(error instanceof Error) || error instanceof LedgerProblem) return error;
  const code = codeOf(error);
  if (code === "") return error;
  const known = KNOWN.find(({ codes }) => codes.test(code));
  return known === undefined
    ? new LedgerProblem("failed", `${where} failed with the code ${code}`, "look at the server's log")
    : new LedgerProblem(known.code, `${where} ${known.says}`, known.fix);
}

/** True for what a second try may mend: serialisation failure, deadlock (SQLSTATE 40001, 40P01). */
export const isConflict = (error: unknown): boolean => error instanceof Error && /^40(?:001|P01)$/.test(codeOf(error));

/** True when the connection itself is gone. */
export function isLost(error: unknown): boolean {
  const problem = postgresProblem(error, "");
  return problem instanceof LedgerProblem && problem.code === "unreachable";
}

function codeOf(error: Error): string {
  if ("code" in error && typeof error.code === "string") return error.code;
  // Several addresses tried in vain come as one error without a code of its own.
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return CODELESS.find(([text]) => text.test(error.message))?.[1] ?? "";
}
