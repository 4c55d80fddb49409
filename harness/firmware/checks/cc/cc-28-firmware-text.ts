import { ANSWER } from "../../../../devices/ccid/constants.ts";
import { escapeCommand } from "../../../../devices/ccid/writer.ts";
import { toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { statusText, succeeded } from "../../host-side.ts";

/** The first byte the public serial driver sends in an Escape. */
const FIRMWARE_TEXT = Uint8Array.of(0x02);
/** How long that driver waits for it, ms. */
const DRIVER_WAIT_MS = 2_000;

/** The public serial driver asks for the firmware's name before all else: no answer, no reader. */
export const firmwareText = firmwareCheck({
  id: "CC-28",
  set: "CC",
  title: { ja: "Escape 02（ファームウェア名）", en: "Escape 02, the firmware's name" },
  expected: {
    ja: "2秒以内に、空でないデータを持つRDR_to_PC_Escape（83）が返る",
    en: "an RDR_to_PC_Escape (83) that is not empty comes within 2 s",
  },
  clause: "no standard: what the public serial driver begins with; firmware-validation.md §2",
  severity: "should",
  needs: ["ccid"],
  next: {
    ja: "PC_to_RDR_Escapeのデータ02に、名前と版を表す文字列を返してください",
    en: "answer PC_to_RDR_Escape with data 02 by a text that names your firmware and its version",
  },
  *run(bench: Bench) {
    bench.step("Escape 02");
    const answer = yield* bench.host.ask(escapeCommand(bench.host.to(0), FIRMWARE_TEXT), DRIVER_WAIT_MS);
    const { type, data, seq } = answer;
    const told = `${toHex(Uint8Array.of(type))}, ${statusText(answer)}`;
    bench.require(
      type === ANSWER.escape && succeeded(answer) && data.length > 0,
      { ja: `応答は ${told}、データ ${data.length} バイト`, en: `the answer was ${told} with ${data.length} bytes` },
      seq,
    );
    return { ja: `${data.length} バイトの名前が返った`, en: `a name of ${data.length} bytes` };
  },
});
