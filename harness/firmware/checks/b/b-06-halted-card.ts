import { ICC_STATUS } from "../../../../devices/ccid/constants.ts";
import { sleep } from "../../../../simulator/kernel/process.ts";
import type { Antenna } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { SELECT } from "../../cards.ts";
import { iccStatusOf } from "../../host-side.ts";
import { typeBCheck } from "./type-b-check.ts";

/** Long enough for several polls of most readers, ms. */
const POLLS_MS = 300;

/** Polling leaves an active card as it is, and finds a card in HALT. */
export const haltedCard = typeBCheck({
  id: "B-06",
  title: { ja: "在席確認とHALT状態のカード", en: "presence checks, and a card in HALT" },
  expected: {
    ja: "待機中の確認でカードの状態を失わない。電源断の後もカードを見失わず、再び活性化できる",
    en: "an idle card keeps its state; after power-off it is still seen and can be activated again",
  },
  clause: "ISO/IEC 14443-3 §7.4 (WUPB), ISO/IEC 14443-4 §7.5; firmware-validation.md §6, §9 X31, X32",
  severity: "must",
  next: {
    ja: "活性中の確認はR(NAK)で、HALTのカードの検出はWUPBで行ってください",
    en: "ask an active card by R(NAK), and look for cards with WUPB, which wakes those in HALT",
  },
  *play(bench: Bench, antenna: Antenna) {
    const laid = yield* antenna.powered();
    yield* bench.host.transfer(SELECT, bench.antennaSlot);
    bench.step("the card lies there while the reader polls");
    yield* sleep(bench.clock, POLLS_MS);
    const idle = yield* bench.host.status(bench.antennaSlot);
    bench.require(
      iccStatusOf(idle) === ICC_STATUS.active && laid.activations === 1,
      { ja: "置いたままのカードの状態が失われた", en: "a card that was left alone lost its state" },
      idle.seq,
    );

    bench.step("power off, and the card stays");
    yield* bench.host.powerOff(bench.antennaSlot);
    yield* sleep(bench.clock, POLLS_MS);
    const halted = yield* bench.host.status(bench.antennaSlot);
    bench.require(
      iccStatusOf(halted) !== ICC_STATUS.absent,
      { ja: "電源断の後、置いたままのカードを見失った", en: "after power-off the card there was seen no more" },
      halted.seq,
    );
    yield* antenna.powerOn();
    return { ja: "状態は保たれ、電源断の後も再び活性化できた", en: "its state stayed, and it was activated again" };
  },
});
