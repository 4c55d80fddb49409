import { PIN_SUPPORT } from "../../../../devices/ccid/descriptor.ts";
import { secure, xfrBlock } from "../../../../devices/ccid/writer.ts";
import { encodeBlock } from "../../../../devices/t1/block.ts";
import { fromHex, sameBytes, toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { OK, playedCard, powered, SELECT } from "../../cards.ts";
import { HOST_WAIT_MS, statusText, succeeded } from "../../host-side.ts";
import { pinCommand, prompted } from "../../pin-pad.ts";

const ENTRY_S = 5;
const FIRST = { kind: "I", ns: 0, more: false } as const;
/** The PIN modification structure (USB CCID 1.1 §6.1.11): 5 s, four digits, two messages; CHANGE REFERENCE DATA. */
const MODIFY = fromHex(
  "01 05 82 04 00 00 04 04 04 01 02 02 11 04 00 01 00 00 00 00 24 00 80 08 FF FF FF FF FF FF FF FF",
);

/** XfrBlock takes what the exchange level says: a block of T=1 and a block back, or an APDU and its response. */
export function* levelShown(bench: Bench): Process<void> {
  const { host, contactSlot, ics } = bench;
  yield* powered(bench, playedCard(bench, contactSlot));
  const isTpdu = ics.level === "tpdu";
  const [sent, due] = isTpdu
    ? [encodeBlock({ ...FIRST, inf: SELECT }, "lrc"), encodeBlock({ ...FIRST, inf: OK }, "lrc")]
    : [SELECT, OK];
  bench.step(`XfrBlock at level ${ics.level}`);
  const answer = yield* host.ask(xfrBlock(host.to(contactSlot), sent));
  bench.require(
    sameBytes(answer.data, due),
    {
      ja: `レベル ${ics.level} のXfrBlockに ${toHex(answer.data)}（${toHex(due)} のはず）`,
      en: `XfrBlock at level ${ics.level} gave ${toHex(answer.data)} instead of ${toHex(due)}`,
    },
    answer.seq,
  );
}

/** Secure does what bPINSupport says, and nothing else. */
export function* pinSupportShown(bench: Bench, support: number): Process<void> {
  const { host, card, contactSlot } = bench;
  const modification = secure(host.to(contactSlot), MODIFY);
  for (const { name, bit, command } of [
    { name: "Secure (verify)", bit: PIN_SUPPORT.verify, command: pinCommand(bench, ENTRY_S) },
    { name: "Secure (modify)", bit: PIN_SUPPORT.modify, command: modification },
  ]) {
    if ((support & bit) !== 0) {
      bench.step("Secure: PIN entry at the reader");
      const isAsked = yield* prompted(bench, command);
      card.key("cancel");
      const answer = yield* host.answerTo(command, HOST_WAIT_MS.transfer);
      const said = answer === undefined ? "–" : statusText(answer);
      bench.require(isAsked, {
        ja: `bPINSupportは ${support} だが、${name}で入力を求めない（${said}）`,
        en: `bPINSupport is ${support}, and ${name} asks for nothing (${said})`,
      });
    } else {
      bench.step(`${name}, which the reader says it does not have`);
      const answer = yield* host.ask(command);
      bench.require(
        !succeeded(answer),
        {
          ja: `bPINSupportは ${support} だが、${name}が成功した`,
          en: `bPINSupport is ${support}, and ${name} succeeded`,
        },
        answer.seq,
      );
    }
  }
}
