import { toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { t1Check } from "./t1-check.ts";

/** LEN FF is illegal, and 00 would leave no room. */
const isSize = (value: number): boolean => value > 0 && value < 0xff;

/** The reader tells the card how much it takes at once, before anything else. */
export const ifsRequest = t1Check({
  id: "T1-02",
  title: { ja: "ATR直後のS(IFS要求)", en: "S(IFS request) right after the ATR" },
  expected: {
    ja: "最初のIブロックの前に一度だけ、01〜FEのIFSDを送る",
    en: "once, before the first I block, with an IFSD of 01 to FE",
  },
  clause: "ISO/IEC 7816-3 §11.4.2, §11.6; firmware-validation.md §5 rule 5, §9 X26",
  severity: "must",
  next: {
    ja: "T=1の開始時にIFSDを送ってください。送らないと長い応答が32バイトずつになります",
    en: "send S(IFS request) when T=1 begins; without it long answers come in blocks of 32 bytes",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    bench.step("the first command");
    yield* card.exchange();
    const first = card.log.findIndex(({ kind }) => kind === "I");
    const sizes = card.log.flatMap((heard, index) =>
      heard.kind === "S-request" && heard.name === "IFS" ? [{ size: heard.inf[0] ?? 0, isEarly: index < first }] : [],
    );
    const [told] = sizes;
    bench.require(told, { ja: "S(IFS要求)を送らない", en: "no S(IFS request) was sent" });
    bench.require(sizes.length === 1, {
      ja: `S(IFS要求)を${sizes.length}回送った`,
      en: `S(IFS request) was sent ${sizes.length} times`,
    });
    const size = toHex(Uint8Array.of(told.size));
    bench.require(told.isEarly, {
      ja: "S(IFS要求)が最初のIブロックより後",
      en: "S(IFS request) came after the first I block",
    });
    bench.require(isSize(told.size), {
      ja: `IFSD ${size} は使えない値`,
      en: `IFSD ${size} is no size a block can have`,
    });
    return { ja: `IFSD ${size} を一度送った`, en: `IFSD ${size} was told once` };
  },
});
