import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { CardByHand } from "../../card-by-hand.ts";
import { firmwareCheck } from "../../firmware-check.ts";

const TELL_MS = 1_000;
const LARGE = 3;
const SMALL = 1;

/** A multiplier counts for one wait; a host once waited 322,670 s. */
export const multiplierRestored = firmwareCheck({
  id: "CC-12",
  set: "CC",
  title: { ja: "延長倍率の復帰", en: "the multiplier goes back" },
  expected: {
    ja: "bErrorはカードが求めた倍率。繰り返しても増えず、次の要求では元に戻る",
    en: "bError is what the card asks for; it does not grow when repeated, and goes back with the next request",
  },
  clause: "USB CCID 1.1 §6.2.6; firmware-validation.md §1.4 (for the next wait only), §9 X08",
  severity: "must",
  needs: ["ccid", "bench", "t1"],
  next: {
    ja: "倍率を前回の値に掛けず、S(WTX)の値をそのまま知らせてください",
    en: "tell the value of S(WTX) as it is; do not multiply it with the last one",
  },
  *run(bench: Bench) {
    const card = new CardByHand(bench);
    yield* card.power();
    const [first = 0, again = 0] = yield* multipliersTold(bench, card, [LARGE, LARGE]);
    const [then = 0] = yield* multipliersTold(bench, card, [SMALL]);
    const told = `${first}, ${again}, ${then}`;
    bench.require(first >= LARGE && again <= first && then < first, {
      ja: `カードの要求 ${LARGE}, ${LARGE}, ${SMALL} に対し ${told} が知らされた`,
      en: `the card asked for ${LARGE}, ${LARGE}, ${SMALL}; the host was told ${told}`,
    });
    return { ja: told, en: told };
  },
});

/** bError of what the host is told on each request of the card within one command. */
function* multipliersTold(bench: Bench, card: CardByHand, asked: readonly number[]): Process<readonly number[]> {
  const told: number[] = [];
  const command = card.transfer();
  yield* card.command();
  for (const multiplier of asked) {
    bench.step(`the card asks for ${multiplier} times the waiting time`);
    card.askForTime(multiplier);
    const extension = yield* bench.host.nextAnswer(TELL_MS);
    bench.require(extension, { ja: "ホストに延長が知らされない", en: "the host was told nothing of it" });
    told.push(extension.b8);
    yield* card.hear();
  }
  card.answer();
  yield* card.result(command);
  return told;
}
