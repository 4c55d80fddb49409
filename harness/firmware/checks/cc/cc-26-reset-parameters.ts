import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand, setParameters } from "../../../../devices/ccid/writer.ts";
import { fromHex, sameBytes, toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { statusText, succeeded } from "../../host-side.ts";

const T1 = 1;
/** T=1, IFSC 254, BWI 4, CWI 13. */
const ATR = fromHex("3B 80 81 31 FE 4D 83");
/** An IFSC that is neither the default nor the card's. */
const UNUSUAL = fromHex("11 10 00 4D 00 81 00");

/** What was set goes when the host asks for the defaults. */
export const resetParameters = firmwareCheck({
  id: "CC-26",
  set: "CC",
  title: { ja: "ResetParametersによる初期化", en: "ResetParameters forgets what was set" },
  expected: {
    ja: "設定した値が消え、以後GetParametersも同じ既定値を返す",
    en: "what was set is gone, and GetParameters tells the same defaults afterwards",
  },
  clause: "USB CCID 1.1 §6.1.6; firmware-validation.md §1",
  severity: "must",
  needs: ["ccid", "bench", "contacts"],
  next: {
    ja: "ResetParametersではスロットの値を既定値に戻してから応答してください",
    en: "set the slot back to its defaults before you answer",
  },
  *run(bench: Bench) {
    const { host, contactSlot } = bench;
    yield* powered(bench, playedCard(bench, contactSlot, undefined, ATR));
    bench.step(`SetParameters ${toHex(UNUSUAL)}`);
    yield* host.ask(setParameters(host.to(contactSlot), T1, UNUSUAL));
    bench.step("ResetParameters");
    const reset = yield* host.ask(plainCommand(COMMAND.resetParameters, host.to(contactSlot)));
    bench.require(
      succeeded(reset) && !sameBytes(reset.data, UNUSUAL),
      {
        ja: `ResetParametersの後も ${toHex(reset.data)}（${statusText(reset)}）`,
        en: `after ResetParameters still ${toHex(reset.data)} (${statusText(reset)})`,
      },
      reset.seq,
    );
    bench.step("GetParameters");
    const told = yield* host.ask(plainCommand(COMMAND.getParameters, host.to(contactSlot)));
    bench.require(
      sameBytes(told.data, reset.data),
      {
        ja: `GetParametersは ${toHex(told.data)}、ResetParametersは ${toHex(reset.data)}`,
        en: `GetParameters tells ${toHex(told.data)}, ResetParameters told ${toHex(reset.data)}`,
      },
      told.seq,
    );
    return { ja: "既定値に戻った", en: "the defaults are back" };
  },
});
