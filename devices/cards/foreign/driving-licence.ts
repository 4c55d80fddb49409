import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { SW } from "../../iso7816/status-word.ts";
import { type CardApplication, type CardObject, type CommandHandler, commandKey } from "../application.ts";
import { cardOf } from "../card.ts";
import { defaultCardProfile } from "../choices.ts";
import { readBinary } from "../commands/read-binary.ts";
import { select } from "../commands/select.ts";
import { statusOnly } from "../commands/status-only.ts";
import { verify } from "../commands/verify.ts";
import { asTheyAre, bytesAsTheyAre, file } from "../elementary-file.ts";
import { FOUR_DIGITS } from "../pin.ts";
import type { ForeignCard } from "./foreign-card.ts";

/*
 * The licence with a chip of its own, not マイナ免許証, which is an application on a My Number card (my-number-card.md §1.1).
 * Public, by the police agency's specification (運転免許証及び運転免許証作成システム等仕様書) as open readers follow it: the names of
 * DF1 to DF3, an MF that can be selected, PIN 1 and 2 under short ids 1 and 2 of the MF with three tries each, EFs that say
 * 6982 before them and 6981 to a VERIFY below DF1. Ours: the digits, and that no EF can ever be read, so that no licence
 * needs to be made up. Left out: every EF but one a DF, and 2F01 of the MF.
 */

/** Listed by pcsc-tools as the Japanese licence: application data 00 00 00 00, protocol info 91 81 C1. */
const ATR = fromHex("3B 88 80 01 00 00 00 00 91 81 C1 00 D8");

const closed = (fid: number, ja: string, en: string): CardObject<unknown> =>
  file({
    fid,
    name: { ja, en },
    read: "never",
    codec: bytesAsTheyAre,
    content: () => new Uint8Array(0),
    vectors: asTheyAre("FF"),
  });

const pin = (fid: number, ja: string, en: string): CardObject<unknown> => ({
  kind: "pin",
  fid,
  name: { ja, en },
  tries: () => 3,
  holds: "pin",
  format: FOUR_DIGITS,
  digits: () => "0000",
});

/** SELECT without a name goes to the MF (`00 A4 00 00`); a My Number card has none. */
const selectOrMf: CommandHandler = (session, command) => {
  const [mf] = session.applications;
  if (command.p1 !== 0 || command.data.length > 0 || mf === undefined) return select(session, command);
  session.select(mf);
  return statusOnly(SW.ok);
};

const application = (
  id: string,
  aid: string,
  name: string,
  objects: readonly CardObject<unknown>[],
): CardApplication<unknown> => ({
  id,
  aid: fromHex(aid),
  name: { ja: `免許証の${name}`, en: `${name} of the licence` },
  objects,
  commands: [
    [commandKey(0x00, 0xa4), selectOrMf],
    [commandKey(0x00, 0xb0), readBinary],
    [commandKey(0x00, 0x20), verify],
  ],
});

const mf = application("licence-mf", "", "MF", [pin(0x0001, "暗証番号1", "PIN 1"), pin(0x0002, "暗証番号2", "PIN 2")]);
const df1 = application("licence-df1", "A0000002310100000000000000000000", "DF1", [
  closed(0x0001, "記載事項", "what the licence says"),
]);
const df2 = application("licence-df2", "A0000002310200000000000000000000", "DF2", [closed(0x0001, "写真", "photo")]);
const df3 = application("licence-df3", "A0000002480300000000000000000000", "DF3", []);

/** 運転免許証: the same size and the same pocket as the My Number card. */
export const drivingLicence: ForeignCard<"driving-licence"> = {
  id: "driving-licence",
  title: { ja: "運転免許証（ICカード）", en: "driving licence (with a chip)" },
  advice: {
    ja: "運転免許証が置かれています。免許証では資格確認できません。マイナンバーカードを置くよう伝える",
    en: "a driving licence lies there, which proves no insurance: ask for the My Number card",
  },
  make: (rng) => cardOf([mf, df1, df2, df3], undefined, { atr: ATR, profile: defaultCardProfile, rng }),
};
