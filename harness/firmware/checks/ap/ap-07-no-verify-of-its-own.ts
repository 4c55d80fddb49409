import type { Bench } from "../../bench.ts";
import { playedCard, powered, SELECT } from "../../cards.ts";
import { enterPin, holdsPin, isVerify, testPin } from "../../pin-pad.ts";
import { apduCheck } from "./apdu-check.ts";
import { exchange } from "./exchange.ts";

/** The reader sends no VERIFY without data of its own accord. */
export const noVerifyOfItsOwn = apduCheck({
  id: "AP-07",
  title: { ja: "自発的な空のVERIFYを送らない", en: "no empty VERIFY of the reader's own" },
  expected: {
    ja: "電源投入から照合まで、ホストが送っていない「データなしのVERIFY」がカードに届かない",
    en: "from power-on to the PIN entry the card gets no VERIFY without data, since the host sent none",
  },
  clause: "firmware-validation.md §7, §9 X41; the rule is ours: some cards refuse it, and a bad one could burn a try",
  severity: "must",
  alsoNeeds: ["pin-pad"],
  next: {
    ja: "残り回数はリーダーから問い合わせず、ホストに任せてください",
    en: "leave it to the host to ask for the counter",
  },
  *play(bench: Bench) {
    const card = playedCard(bench, bench.contactSlot);
    yield* powered(bench, card);
    bench.step("SELECT, and a PIN entry at the reader");
    yield* exchange(bench, SELECT);
    const { seq } = yield* enterPin(bench, testPin(bench.rng, "AP-07"));
    const empty = card.commands.filter((command) => isVerify(command) && !holdsPin(command)).length;
    bench.require(
      empty === 0,
      {
        ja: `ホストが送っていない空のVERIFYが${empty}回カードに届いた`,
        en: `the card got ${empty} VERIFY without data that the host never sent`,
      },
      seq,
    );
    return { ja: "空のVERIFYはなかった", en: "no VERIFY without data" };
  },
});
