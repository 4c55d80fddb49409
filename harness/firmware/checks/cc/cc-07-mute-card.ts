import { ERROR, POWER_SELECT } from "../../../../devices/ccid/constants.ts";
import type { Bench } from "../../bench.ts";
import type { ContactCard } from "../../card-side.ts";
import { seen } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { statusText, succeeded } from "../../host-side.ts";

const MUTE_CARD: ContactCard = { powerOn: () => undefined, powerOff: () => {}, receive: () => {} };

/** A card that says nothing is a failure with a name of its own. */
export const muteCard = firmwareCheck({
  id: "CC-07",
  set: "CC",
  title: { ja: "応答しないカード", en: "a mute card" },
  expected: { ja: "失敗（bStatus 4x）とbError FEを返す", en: "failed (bStatus 4x) with bError FE" },
  clause: "USB CCID 1.1 §6.2.6 (ICC_MUTE); firmware-validation.md §1.2, §9 X09",
  severity: "must",
  needs: ["ccid", "bench", "contacts"],
  next: {
    ja: "bErrorだけでなくbStatusの失敗ビットも立ててください",
    en: "set the failed bit of bStatus as well as bError: a host looks at bError only then",
  },
  *run(bench: Bench) {
    bench.step("IccPowerOn at 5 V for a card that says nothing");
    bench.card.insert(bench.contactSlot, MUTE_CARD);
    yield* seen(bench, true);
    const answer = yield* bench.host.powerOn(bench.contactSlot, POWER_SELECT.volts5);
    bench.require(
      !succeeded(answer) && answer.b8 === ERROR.mute,
      {
        ja: `応答しないカードの電源投入が ${statusText(answer)}（データ ${answer.data.length} バイト）`,
        en: `power for a mute card: ${statusText(answer)} with ${answer.data.length} bytes`,
      },
      answer.seq,
    );
    return { ja: statusText(answer), en: statusText(answer) };
  },
});
