import type { FaceDecision } from "./face-gate.ts";
import type { ReaderMessageCode } from "./messages.ts";

/** What is told after a face that was not accepted; after the last try with the other ways (codes ours). */
export const faceMessages: Readonly<Record<Exclude<FaceDecision, "accepted">, ReaderMessageCode>> = {
  "not-matched": "SIM-007",
  "poor-picture": "SIM-027",
  "not-live": "SIM-028",
  "time-over": "SIM-029",
};
