import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";

/** Our choice: half of what made hosts drop readers. */
const LIMIT_MS = 500;
const ROUNDS = 3;

/** A host that starts asks for the slot's status first, and drops a reader that takes its time. */
export const slotStatusInTime = firmwareCheck({
  id: "CC-02",
  set: "CC",
  title: { ja: "GetSlotStatusの応答時間", en: "GetSlotStatus is answered in time" },
  expected: { ja: `${LIMIT_MS} ms以内に応答する`, en: `the answer comes within ${LIMIT_MS} ms` },
  clause: "firmware-validation.md §9 X17 (readers dropped at 0.7 to 1 s; 500 ms is our choice)",
  severity: "must",
  needs: ["ccid"],
  next: {
    ja: "状態は保持している値で答え、カードへの問い合わせを待たないでください",
    en: "answer from what is known of the slot; do not wait for the card",
  },
  *run(bench: Bench) {
    let slowestMs = 0;
    for (let slot = 0; slot < bench.ics.slots; slot++) {
      for (let round = 1; round <= ROUNDS; round++) {
        bench.step(`GetSlotStatus of slot ${slot}, time ${round}`);
        const askedAtMs = bench.clock.nowMs;
        const answer = yield* bench.host.status(slot);
        const tookMs = Math.round(answer.atMs - askedAtMs);
        bench.require(
          tookMs <= LIMIT_MS,
          { ja: `スロット${slot}の応答に ${tookMs} ms`, en: `slot ${slot} took ${tookMs} ms` },
          answer.seq,
        );
        slowestMs = Math.max(slowestMs, tookMs);
      }
    }
    return { ja: `最も遅い応答は ${slowestMs} ms`, en: `the slowest answer took ${slowestMs} ms` };
  },
});
