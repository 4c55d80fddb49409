import { concat, fromHex, sameBytes, toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { counted, playedCard, powered, removed, withOk } from "../../cards.ts";
import { apduCheck } from "./apdu-check.ts";
import { exchange } from "./exchange.ts";

const READ = fromHex("00 B0 00 00");
/** Le of the host, which the card finds wrong. */
const WRONG_LE = 0x05;
/** Le the card tells by 6Cxx; 00 means 256. */
const TOLD = [0x10, 0x00];

/** 6Cxx is answered with the same command and that Le, also where it is 00. */
export const wrongLe = apduCheck({
  id: "AP-02",
  title: { ja: "6Cxxの後の再送", en: "6Cxx is answered with the same command and that Le" },
  expected: {
    ja: "同じコマンドをLe=xxで送り直す。6C00のときはLeを1バイトの00（256の意味）で送る",
    en: "the same command again with Le xx; on 6C00 with one byte 00, which means 256",
  },
  clause: "ISO/IEC 7816-4 §5.1, §5.6; firmware-validation.md §7, §9 X38",
  severity: "must",
  alsoNeeds: ["get-response"],
  next: {
    ja: "6CxxのxxをLeの1バイトとして入れてください。00でもLeを省かないでください",
    en: "put xx in as the one byte of Le, and do not leave it out when it is 00",
  },
  *play(bench: Bench) {
    for (const le of TOLD) {
      const name = `6C${toHex(Uint8Array.of(le))}`;
      bench.step(`READ BINARY, which the card answers with ${name}`);
      const card = playedCard(bench, bench.contactSlot, (_command, index) =>
        index === 0 ? Uint8Array.of(0x6c, le) : withOk(counted(16)),
      );
      yield* powered(bench, card);
      const { sw, seq } = yield* exchange(bench, concat(READ, Uint8Array.of(WRONG_LE)));
      const again = card.commands[1];
      bench.require(
        again,
        { ja: `${name} の後に再送がなく、ホストに ${sw} が返った`, en: `nothing followed ${name}; the host got ${sw}` },
        seq,
      );
      const right = concat(READ, Uint8Array.of(le));
      bench.require(
        sameBytes(again, right),
        {
          ja: `${name} の後は ${toHex(right)} のはずが ${toHex(again)}`,
          en: `after ${name} the card should be sent ${toHex(right)} and was sent ${toHex(again)}`,
        },
        seq,
      );
      bench.require(
        sw === "9000",
        { ja: `再送の応答ではなく ${sw} が返った`, en: `the host got ${sw}, not the answer to the second command` },
        seq,
      );
      yield* removed(bench);
    }
    return {
      ja: "6C10と6C00の後に正しいLeで再送された",
      en: "after 6C10 and 6C00 the command came again with that Le",
    };
  },
});
