import { functionalDescriptor } from "../../../../devices/ccid/descriptor.ts";
import { atrText } from "../../../../devices/iso7816/atr.ts";
import { fromHex, sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { counted, playedCard, powered, withOk } from "../../cards.ts";
import { statusText, succeeded } from "../../host-side.ts";
import { apduCheck } from "./apdu-check.ts";
import { exchange } from "./exchange.ts";

const READ = fromHex("00 B0 00 00 10");
/** Told apart from the first card's by its two historical bytes. */
const NEXT_ATR = fromHex("3B 82 81 31 FE 04 4E 32 B4");
/** dwFeatures (USB CCID 1.1 §5.1): the reader gives power to a card that comes. */
const ACTIVATES_BY_ITSELF = 0x04;

/** A card swapped between two commands is a new one: no command reaches it, and it has its own ATR. */
export const cardSwap = apduCheck({
  id: "AP-12",
  title: { ja: "コマンドの合間のカード交換", en: "the card is swapped between two commands" },
  expected: {
    ja: "交換後のコマンドは失敗し、新しいカードに届かない。IccPowerOnまで電源を入れず、ATRは新しいカードのもの",
    en: "the command after the swap fails and reaches no card; no power before IccPowerOn; the ATR is the new card's",
  },
  clause: "USB CCID 1.1 §6.1.4, §6.2.6; power only where dwFeatures 04 says so (§5.1); firmware-validation.md §8 AP",
  severity: "critical",
  next: {
    ja: "カードスイッチが開いたら、ATRもT=1の状態も捨ててください",
    en: "when the card switch opens, drop the ATR and the state of T=1",
  },
  *play(bench: Bench) {
    const slot = bench.contactSlot;
    const first = playedCard(bench, slot, () => withOk(counted(16)));
    yield* powered(bench, first);
    yield* exchange(bench, READ);

    bench.step("another card is put in, and the next command is sent");
    const second = playedCard(bench, slot, () => withOk(counted(16)), NEXT_ATR);
    bench.card.remove(slot);
    bench.card.insert(slot, second);
    const answer = yield* bench.host.transfer(READ, slot);
    bench.require(
      !succeeded(answer) && second.commands.length === 0,
      {
        ja: `交換後のコマンドに ${answer.data.length} バイトが返った（${statusText(answer)}、新しいカードが受けたコマンド ${second.commands.length} 個）`,
        en: `after the swap ${answer.data.length} bytes came with ${statusText(answer)}; the new card was sent ${second.commands.length} commands`,
      },
      answer.seq,
    );
    bench.require(second.voltages.length === 0 || (yield* activatesByItself(bench)), {
      ja: "IccPowerOnの前に新しいカードへ電源が入った",
      en: "the new card was given power before IccPowerOn",
    });

    bench.step("IccPowerOn of the new card");
    const { data, seq } = yield* bench.host.powerOn(slot);
    bench.require(
      sameBytes(data, NEXT_ATR),
      {
        ja: `新しいカードのATRは ${atrText(NEXT_ATR)} のはずが ${atrText(data)}`,
        en: `the ATR of the new card is ${atrText(NEXT_ATR)}; the host got ${atrText(data)}`,
      },
      seq,
    );
    return {
      ja: `失敗（${statusText(answer)}）、ATRは新しいカードのもの`,
      en: `${statusText(answer)}, then the new ATR`,
    };
  },
});

function* activatesByItself(bench: Bench): Process<boolean> {
  const bytes = yield* bench.card.ask("getDescriptor", bench.contactSlot);
  if (bytes?.length !== functionalDescriptor.lengthBytes) return false;
  return (functionalDescriptor.decode(bytes).dwFeatures & ACTIVATES_BY_ITSELF) !== 0;
}
