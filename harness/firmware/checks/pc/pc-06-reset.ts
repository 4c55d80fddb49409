import { encodeCommand } from "../../../../devices/iso7816/apdu.ts";
import { readBinary } from "../../../../devices/iso7816/commands.ts";
import { SW } from "../../../../devices/iso7816/status-word.ts";
import type { Bench } from "../../bench.ts";
import { pcCheck } from "./pc-check.ts";
import { answerText, ask, certificateSelected, warmReset } from "./program.ts";

const FIRST_BYTES = encodeCommand(readBinary(0, 5));

/** A reset takes everything volatile: what is selected, and with it the rights a PIN gave. */
export const resetForgets = pcCheck({
  id: "PC-06",
  title: { ja: "リセット後は何も選択されていない", en: "nothing is selected after a reset" },
  expected: {
    ja: "ウォームリセットの後、前に選択したファイルは読めない",
    en: "after a warm reset the file that was selected cannot be read any more",
  },
  clause:
    "ISO/IEC 7816-3 §6.2.3; PC/SC 2.01 part 5 (SCardReconnect with SCARD_RESET_CARD); firmware-validation.md §9 X46",
  severity: "critical",
  next: {
    ja: "リセット要求でカードの電源を本当に切る（接触はRST）か確認してください。前の利用者の権限が残ります",
    en: "look whether a reset really takes the power or moves RST: rights of the user before stay otherwise",
  },
  *run(bench: Bench) {
    yield* certificateSelected(bench);
    bench.step("READ BINARY before the reset");
    const before = yield* ask(bench, FIRST_BYTES);
    bench.require(before.sw === SW.ok, {
      ja: `リセット前から読めない（${answerText(before).ja}）`,
      en: `it could not be read before the reset: ${answerText(before).en}`,
    });
    bench.step("a warm reset");
    yield* warmReset(bench);
    bench.step("READ BINARY after the reset");
    const after = yield* ask(bench, FIRST_BYTES);
    const { ja, en } = answerText(after);
    bench.require(after.sw !== SW.ok && after.data.length === 0, {
      ja: `リセット後も選択が残っている（${ja}）`,
      en: `the selection outlived the reset: ${en}`,
    });
    return { ja: `リセット後は${ja}`, en: `after the reset ${en}` };
  },
});
