import type { TransportProblem } from "../transports/transport-problem.ts";

/*
 * Why the patient at the other end of a front port is taken for one who does nothing, beside a line that ended. Neither holds
 * a byte of what was said there.
 */

/** A message of no kind, or in the wrong place. */
export const frontNonsense = (name: string): TransportProblem => ({
  code: "front-nonsense",
  message: `${name}: what the reader's screen and camera answer is no message of the front port, or in the wrong place`,
  fix: "compare it with docs/front-port.md",
});

/** A length that cannot be right: no message can be told from the next any more. */
export const frontLost = (name: string): TransportProblem => ({
  code: "front-lost",
  message: `${name}: the messages of the reader's screen and camera cannot be told apart any more`,
  fix: "look at the speed of the line, and whether the front port is at its other end",
});
