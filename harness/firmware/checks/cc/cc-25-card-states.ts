import { ICC_STATUS } from "../../../../devices/ccid/constants.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { playedCard, powered, removed, seen } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { iccStatusOf, statusText } from "../../host-side.ts";

const { active, inactive, absent } = ICC_STATUS;

/** Three states of a card, and the host can always ask which. */
export const cardStates = firmwareCheck({
  id: "CC-25",
  set: "CC",
  title: { ja: "カードの3状態", en: "the three states of a card" },
  expected: {
    ja: "なし2、電源なし1、動作中0をGetSlotStatusで返す",
    en: "GetSlotStatus says 2 without a card, 1 without power, 0 with power",
  },
  clause: "USB CCID 1.1 §6.2.6 (bmICCStatus); firmware-validation.md §1.1, §2",
  severity: "must",
  needs: ["ccid", "bench", "contacts"],
  next: {
    ja: "挿入・電源投入・電源断のたびに状態を更新してください",
    en: "follow the card: inserted, powered, switched off, removed",
  },
  *run(bench: Bench) {
    const { host, card, contactSlot } = bench;
    yield* isOneOf(bench, "カードなし", "without a card", [absent]);
    card.insert(contactSlot);
    yield* seen(bench, true);
    yield* isOneOf(bench, "挿入後", "inserted", [inactive, active]); // a reader may give power by itself (dwFeatures 04)
    yield* removed(bench);
    yield* powered(bench, playedCard(bench, contactSlot));
    yield* isOneOf(bench, "電源投入後", "with power", [active]);
    yield* host.powerOff(contactSlot);
    yield* isOneOf(bench, "電源断後", "switched off", [inactive]);
    yield* removed(bench);
    yield* isOneOf(bench, "抜去後", "removed", [absent]);
    return { ja: "状態はすべて正しい", en: "every state was told" };
  },
});

function* isOneOf(bench: Bench, ja: string, en: string, states: readonly number[]): Process<void> {
  bench.step(`GetSlotStatus, ${en}`);
  const answer = yield* bench.host.status(bench.contactSlot);
  bench.require(
    states.includes(iccStatusOf(answer)),
    { ja: `${ja}の状態が ${statusText(answer)}`, en: `${en}: ${statusText(answer)}` },
    answer.seq,
  );
}
