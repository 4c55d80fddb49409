import { fromHex, sameBytes, toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { counted, playedCard, powered, withOk } from "../../cards.ts";
import { apduCheck } from "./apdu-check.ts";
import { exchange } from "./exchange.ts";

/** Commands that send nothing and want data: 16 bytes, and as many as there are. */
const COMMANDS = ["00 B0 00 00 10", "00 B0 00 00 00"].map(fromHex);

/** A case 2 command reaches the card with its Le. */
export const case2 = apduCheck({
  id: "AP-03",
  title: { ja: "ケース2のLeを失わない", en: "a case 2 command keeps its Le" },
  expected: {
    ja: "ヘッダー4バイトとLe1バイトがそのままカードに届く（Le=00も同じ）",
    en: "four bytes of header and one of Le reach the card as they are, Le 00 too",
  },
  clause: "ISO/IEC 7816-4 §5.1; firmware-validation.md §9 X28",
  severity: "must",
  next: {
    ja: "5バイトのコマンドの最後をLcと取り違えていないか確認してください",
    en: "the fifth byte of a five-byte command is Le, not Lc: hand it on",
  },
  *play(bench: Bench) {
    const card = playedCard(bench, bench.contactSlot, () => withOk(counted(16)));
    yield* powered(bench, card);
    for (const [index, command] of COMMANDS.entries()) {
      bench.step(`READ BINARY ${toHex(command)}`);
      const { seq } = yield* exchange(bench, command);
      const came = card.commands[index] ?? new Uint8Array(0);
      bench.require(
        sameBytes(came, command),
        {
          ja: `${toHex(command)} がカードには ${toHex(came)} として届いた`,
          en: `${toHex(command)} reached the card as ${toHex(came)}`,
        },
        seq,
      );
    }
    return { ja: "Le=10とLe=00がそのまま届いた", en: "Le 10 and Le 00 reached the card" };
  },
});
