import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand, setParameters } from "../../../../devices/ccid/writer.ts";
import { fromHex, sameBytes, toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { type Answer, statusText, succeeded } from "../../host-side.ts";

const T1 = 1;
/** T=1, IFSC 254, BWI 4, CWI 13: what both sets of parameters fit. */
const ATR = fromHex("3B 80 81 31 FE 4D 83");
/** A smaller IFSC than the card's, and the vector of firmware-validation.md §2. */
const PARAMETERS = [fromHex("11 10 00 4D 00 80 00"), fromHex("11 10 00 4D 00 FE 00")];

/** What was set is in force, and is told. */
export const parameters = firmwareCheck({
  id: "CC-24",
  set: "CC",
  title: { ja: "SetParametersの反映", en: "SetParameters is told back" },
  expected: {
    ja: "設定した値をParametersとGetParametersの両方が返す",
    en: "Parameters and GetParameters hold what was set",
  },
  clause: "USB CCID 1.1 §6.1.5, §6.1.7, §6.2.3; firmware-validation.md §1.5, §2",
  severity: "must",
  needs: ["ccid", "bench", "contacts"],
  next: {
    ja: "応答には既定値ではなく現在有効な値を入れてください",
    en: "answer with the parameters in force, not with those of the start",
  },
  *run(bench: Bench) {
    const { host, contactSlot } = bench;
    yield* powered(bench, playedCard(bench, contactSlot, undefined, ATR));
    for (const data of PARAMETERS) {
      bench.step(`SetParameters ${toHex(data)}`);
      demand(bench, yield* host.ask(setParameters(host.to(contactSlot), T1, data)), data);
      bench.step("GetParameters");
      demand(bench, yield* host.ask(plainCommand(COMMAND.getParameters, host.to(contactSlot))), data);
    }
    return { ja: "設定した値が返った", en: "what was set came back" };
  },
});

function demand(bench: Bench, answer: Answer, data: Uint8Array): void {
  bench.require(
    succeeded(answer) && answer.b9 === T1 && sameBytes(answer.data, data),
    {
      ja: `${toHex(data)} を設定したが ${statusText(answer)}、${toHex(answer.data)}`,
      en: `${toHex(data)} was set; the answer was ${statusText(answer)}, ${toHex(answer.data)}`,
    },
    answer.seq,
  );
}
