import { fault } from "../kernel/fault.ts";
import "../line/line.ts";

/** Answers arrive late; beyond the terminal's deadline they arrive for nobody. */
export const lineSlow = fault({
  id: "line-slow",
  title: { ja: "回線遅延", en: "slow line" },
  pco: "line.segment",
  defaults: { ms: 8_000 },
  shows: "C54",
  arm:
    ({ ms }) =>
    (segment) =>
      segment.step === "answer" ? { delay: segment, ms } : { pass: segment },
});
