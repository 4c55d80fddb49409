import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { counted, OK, type PlayedCard, playedCard, powered, SELECT, withOk } from "../../cards.ts";
import { apduCheck } from "./apdu-check.ts";
import { exchange } from "./exchange.ts";

const READ = fromHex("00 B0 00 00 10");
const INS_SELECT = 0xa4;
/** Nothing is selected (my-number-card.md §2.3). */
const NO_CURRENT_FILE = fromHex("69 86");

/** IccPowerOn of a card that has power resets it: what was selected or verified before is gone. */
export const powerOnResets = apduCheck({
  id: "AP-11",
  title: { ja: "通電中のIccPowerOnはリセット", en: "IccPowerOn resets a card that has power" },
  expected: {
    ja: "カードが本当にリセットされ、選択や照合の状態が残らない",
    en: "the card is really reset; nothing selected or verified before is left",
  },
  clause: "USB CCID 1.1 §6.1.1; ISO/IEC 7816-3 §6.2; firmware-validation.md §9 X46",
  severity: "critical",
  next: {
    ja: "通電中でも覚えているATRを返さず、電源またはRSTでリセットしてください（前の照合が残ります）",
    en: "do not answer with the ATR you remember; reset by power or RST, or a verified PIN stays verified",
  },
  *play(bench: Bench) {
    let selectedIn = 0;
    const card: PlayedCard = playedCard(bench, bench.contactSlot, ([, ins]) => {
      const session = card.voltages.length;
      if (ins !== INS_SELECT) return selectedIn === session ? withOk(counted(16)) : NO_CURRENT_FILE;
      selectedIn = session;
      return OK;
    });
    yield* powered(bench, card);
    bench.step("SELECT, and READ BINARY of what is selected");
    yield* exchange(bench, SELECT);
    yield* exchange(bench, READ);

    bench.step("IccPowerOn again, and READ BINARY with nothing selected");
    yield* bench.host.powerOn(bench.contactSlot);
    const { sw, seq } = yield* exchange(bench, READ);
    bench.require(
      sw === "6986",
      {
        ja: `リセット後は 6986 のはずが ${sw}：前の状態が残っている`,
        en: `after the reset READ BINARY should get 6986 and got ${sw}: the session of before goes on`,
      },
      seq,
    );
    return { ja: "前の選択が消えた", en: "what was selected is gone" };
  },
});
