import { ICC_STATUS } from "../../../../devices/ccid/constants.ts";
import { sleep } from "../../../../simulator/kernel/process.ts";
import type { Antenna } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { iccStatusOf } from "../../host-side.ts";
import { typeBCheck } from "./type-b-check.ts";

/** FWI 12: the card may take 1.24 s for a command, and none of that for being there. */
const LONG_FWI = 12;
/** Seen in the field: 0.3 s where it is good, 1.6 s where the RF time-out is waited for (firmware-validation.md §9 X35). */
const TOLD_WITHIN_MS = 1_000;
const LOOK_EVERY_MS = 50;

/** A removal is told within the poll time, however long the card may take for commands. */
export const promptRemoval = typeBCheck({
  id: "B-09",
  title: { ja: "取り外しの速やかな報告", en: "removal is told promptly" },
  expected: {
    ja: `待ち時間の長いカードでも、外してから ${TOLD_WITHIN_MS} ms 以内に不在となる`,
    en: `the card is absent within ${TOLD_WITHIN_MS} ms, though it may take longer for its commands`,
  },
  clause: `firmware-validation.md §9 X35 (our choice: ${TOLD_WITHIN_MS} ms)`,
  severity: "critical",
  next: {
    ja: "在席確認の待ち時間にFWTを使わず、短い固定値にしてください",
    en: "do not wait FWT for the answer to a presence check; an idle card answers at once",
  },
  *play(bench: Bench, antenna: Antenna) {
    yield* antenna.powered({ card: { fwi: LONG_FWI } });
    bench.step("the card is taken away while the reader is idle");
    antenna.clear();
    const takenAtMs = bench.clock.nowMs;
    while (bench.clock.nowMs - takenAtMs < TOLD_WITHIN_MS) {
      yield* sleep(bench.clock, LOOK_EVERY_MS);
      const status = yield* bench.host.status(bench.antennaSlot);
      const afterMs = bench.clock.nowMs - takenAtMs;
      if (iccStatusOf(status) === ICC_STATUS.absent)
        return { ja: `${afterMs} ms 後に不在となった`, en: `absent after ${afterMs} ms` };
    }
    throw bench.broken({
      ja: `外して ${TOLD_WITHIN_MS} ms 経っても不在にならない`,
      en: `still there ${TOLD_WITHIN_MS} ms after it was taken away`,
    });
  },
});
