import { secure } from "../../../../devices/ccid/writer.ts";
import { writePinRequest } from "../../../../devices/ccid-secure/writer.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import { drawDigits } from "../../../../simulator/kernel/rng.ts";
import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import { type CardByHand, isOk } from "../../card-by-hand.ts";
import { t1Check } from "./t1-check.ts";

/** VERIFY with room for four digits. */
const VERIFY = fromHex("00 20 00 80 04 FF FF FF FF");
const PIN_DIGITS = 4;
const ENTRY_S = 5;
const SCREEN_MS = 1_000;
/** What the card says in the end: two tries left. */
const TWO_LEFT = fromHex("63 C2");

/** A card that asks for more time while it checks a PIN still gets to say what it found. */
export const timeAtPinEntry = t1Check({
  id: "T1-16",
  title: { ja: "PIN照合中のS(WTX要求)", en: "S(WTX request) during PIN entry" },
  expected: { ja: "延長に応じ、照合の結果がホストへ届く", en: "more time is granted, and the result reaches the host" },
  clause: "ISO/IEC 7816-3 §11.6.3 rule 3; USB CCID 1.1 §6.1.11; firmware-validation.md §5 rule 4, §9 X24",
  severity: "must",
  alsoNeeds: ["pin-pad"],
  next: {
    ja: "PIN入力のコマンドにも通常と同じT=1処理を使ってください",
    en: "send the command of PIN entry through the same T=1 as every other",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    bench.step("PIN entry at the reader");
    const { host, contactSlot } = bench;
    const wish = { timeoutS: ENTRY_S, minDigits: PIN_DIGITS, maxDigits: PIN_DIGITS, command: VERIFY };
    const command = secure(host.to(contactSlot), writePinRequest(wish));
    host.send(command);
    yield* bench.card.untilScreen((text) => text !== "", SCREEN_MS);
    bench.card.type(drawDigits(bench.rng.fork("T1-16"), PIN_DIGITS));
    bench.card.key("enter");
    yield* card.command();
    bench.step("S(WTX request) 01 while the card checks the PIN");
    card.askForTime(1);
    const heard = yield* card.hear();
    bench.require(heard.kind === "S-response" && heard.name === "WTX", {
      ja: `照合中のS(WTX要求)に ${blockText(heard)}`,
      en: `S(WTX request) during VERIFY was followed by ${blockText(heard)}`,
    });
    card.answer(TWO_LEFT);
    const answer = yield* card.result(command);
    bench.require(
      isOk(answer) && answer.data.length >= TWO_LEFT.length,
      { ja: "照合の結果がホストへ届かない", en: "the result of VERIFY did not reach the host" },
      answer.seq,
    );
    return { ja: "延長の後、結果が届いた", en: "the result came through behind the granted time" };
  },
});
