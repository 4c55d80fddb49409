/** An expected failure of a transport, as a value: what happened and what to do. Never holds bytes of a command. */
export interface TransportProblem {
  /** Short name for programs, stable: `no-service`, `unknown-reader`, … */
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** True when a call of a transport gave a problem instead of its result. */
export function isProblem(result: unknown): result is TransportProblem {
  return typeof result === "object" && result !== null && "code" in result && "fix" in result;
}
