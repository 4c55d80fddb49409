import type { TransportProblem } from "../transports/transport-problem.ts";

/** A message of no kind, or in the wrong place. Holds no byte of it: it may have been digits. */
export const frontNonsense = (name: string): TransportProblem => ({
  code: "front-nonsense",
  message: `${name}: something came that is no message of the front port, or in the wrong place; it was not listened to`,
  fix: "compare what the other end sends with docs/front-port.md",
});

/** A length that cannot be right: no message can be told from the next any more. */
export const frontLost = (name: string): TransportProblem => ({
  code: "front-lost",
  message: `${name}: the messages of the front port cannot be told apart any more; nothing is heard there from now on`,
  fix: "look at the speed of the line, and whether the front port is at its other end, then start again",
});
