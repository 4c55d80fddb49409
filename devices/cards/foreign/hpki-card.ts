import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { type CardApplication, type CommandHandler, commandKey } from "../application.ts";
import { cardOf } from "../card.ts";
import { defaultCardProfile } from "../choices.ts";
import { select } from "../commands/select.ts";
import { verify } from "../commands/verify.ts";
import { type ForeignCard, nothingSelected } from "./foreign-card.ts";

/*
 * Public, by two open programs that read such cards (gebo's HPKIReaderLib, miyako/hpki) after the JAHIS guideline for HPKI
 * cards: both names, the PIN's EF 0002 and its reference 88, the application data of the ATQB. Fifteen tries: MEDIS, questions
 * about HPKI. Ours: the digits, and that there are neither certificates nor keys.
 */

/** Type B as PC/SC part 3 makes it: application data 00 4E 00 00, protocol info F7 81 D1. */
const ATR = fromHex("3B 88 80 01 00 4E 00 00 F7 81 D1 00 E0");
const PIN = 0x0002;
/** The number VERIFY knows the PIN by; it is not the short id of its EF. */
const PIN_REFERENCE = 0x88;

const verifyByReference: CommandHandler = (session, command) =>
  verify(session, command.p2 === PIN_REFERENCE ? { ...command, p2: 0x80 | PIN } : command);

/** An application of ISO/IEC 7816-15 (E828BD080F) under the identifier of HPKI. */
const application = (id: string, aid: string, ja: string, en: string): CardApplication<unknown> => ({
  id,
  aid: fromHex(aid),
  name: { ja, en },
  objects: [
    {
      kind: "pin",
      fid: PIN,
      name: { ja: "パスワード", en: "password" },
      tries: () => 15,
      holds: "pin",
      digits: () => "SIM0000",
    },
  ],
  commands: [
    [commandKey(0x00, 0xa4), select],
    [commandKey(0x00, 0x20), verifyByReference],
  ],
});

const signature = application(
  "hpki-signature",
  "E828BD080F A000000391000000000001",
  "HPKI電子署名用AP",
  "HPKI application for signatures",
);
const authentication = application(
  "hpki-authentication",
  "E828BD080F A000000391000000000002",
  "HPKI電子認証用AP",
  "HPKI application for authentication",
);

/** The card a doctor or pharmacist signs electronic prescriptions with; it lies about at many a counter. */
export const hpkiCard: ForeignCard<"hpki-card"> = {
  id: "hpki-card",
  title: { ja: "HPKIカード（医師資格証など）", en: "HPKI card (of a doctor or pharmacist)" },
  advice: {
    ja: "職員のHPKIカード（医師資格証など）が置かれています。患者のマイナンバーカードを置くよう伝える",
    en: "a professional's HPKI card lies there: ask for the patient's My Number card",
  },
  make: (rng) =>
    cardOf([nothingSelected, signature, authentication], undefined, { atr: ATR, profile: defaultCardProfile, rng }),
};
