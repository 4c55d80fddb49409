import type { Trace } from "../../../simulator/kernel/trace.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { type ActCrossing, actsOf, stepsOf } from "../reading.ts";

type Settled = ActCrossing<"settled">;

/** Whether two acts leave a visit the same way with nothing between that could be settled anew: no step, no request, no result. */
function isDouble(trace: Trace, one: Settled, other: Settled): boolean {
  const { visit, standing, basis } = one.message;
  if (other.message.standing !== standing || other.message.basis !== basis) return false;
  const between = trace.crossings.slice(one.seq, other.seq - 1);
  return !between.some(
    ({ pco, message }) =>
      (pco === "scenario.step" && (message.visit === visit || message.step === "recheck")) ||
      (pco === "exchange.file" && message.change === "written"),
  );
}

/** A request that is sent again is the same patient's: the visit stays one, and its state is told once. */
export const settledOnce = check({
  id: "line/settled-once",
  title: { ja: "来院の二重計上なし", en: "no visit counts twice" },
  expected: {
    ja: "再試行があっても来院は一つで、会計時の状態が一度だけ示される",
    en: "one visit whatever was retried, and one state when the patient leaves",
  },
  clause: "requirements.md C54, C56",
  requires: ["R3-43"],
  next: {
    ja: "再試行や重複した結果で来院を新たに登録せず、元の来院に続けてください",
    en: "let a retry or a doubled result go on with the visit there is, and open no other",
  },
  judge(trace) {
    const settled = actsOf(trace, "settled");
    const left = new Set(stepsOf(trace, "settle").flatMap(({ message }) => message.visit ?? []));
    const told = Map.groupBy(settled, ({ message }) => message.visit);
    for (const [visit, acts] of told) {
      const double = acts.find((act, index) => index > 0 && isDouble(trace, acts[index - 1] ?? act, act));
      if (double !== undefined)
        return fail(
          acts.map(({ seq }) => seq),
          { ja: `来院${visit}が二重に計上された`, en: `visit ${visit} was settled twice` },
        );
    }
    const untold = [...left].find((visit) => !told.has(visit));
    if (untold !== undefined)
      return inconc({ ja: `来院${untold}の状態が示されなかった`, en: `no state of visit ${untold} was told` });
    return pass(
      settled.map(({ seq }) => seq),
      { ja: `${told.size}件の来院を一度ずつ計上`, en: `visits settled, each once: ${told.size}` },
    );
  },
  passes: ["C54", "C56"],
  bites: ["C54@broken/enters-again"],
});
