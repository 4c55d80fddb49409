import { ascii, concat, fromHex } from "../../../simulator/kernel/bytes.ts";
import { encodeTlv } from "../../iso7816/ber-tlv.ts";
import { SW } from "../../iso7816/status-word.ts";
import { type CardApplication, type CommandTable, commandKey } from "../application.ts";
import { cardOf } from "../card.ts";
import { defaultCardProfile } from "../choices.ts";
import { readRecord } from "../commands/read-record.ts";
import { select } from "../commands/select.ts";
import { statusOnly } from "../commands/status-only.ts";
import { type ForeignCard, nothingSelected } from "./foreign-card.ts";

/** ISO/IEC 14443-4 type A as PC/SC part 3 makes it; the historical bytes, `SIMPAY`, are ours. */
const ATR = fromHex("3B 86 80 01 53 49 4D 50 41 59 18");
/** Category F of ISO/IEC 7816-5 is registered to nobody: the payment scheme of this card does not exist. */
const SCHEME = concat(Uint8Array.of(0xf0), ascii("SIMPAY"));

/** Tags of an FCI and of the directory in it (EMV book 1, and EMV contactless book B; general knowledge). */
const ISSUER_DISCRETIONARY = 0xbf0c;
const DIRECTORY_ENTRY = 0x61;
const AID = 0x4f;
const LABEL = 0x50;
const PRIORITY = 0x87;

const label = encodeTlv(LABEL, ascii("SIMULATION"));

/** Before a payment is agreed on nothing can be read: 6985 to GET PROCESSING OPTIONS (ours: it is never agreed on). */
const paymentCommands: CommandTable = [
  [commandKey(0x00, 0xa4), select],
  [commandKey(0x00, 0xb2), readRecord],
  [commandKey(0x80, 0xa8), () => statusOnly(SW.conditionsNotSatisfied)],
];

/** The list of payment applications, by which every terminal begins. */
const directory: CardApplication<unknown> = {
  id: "payment-directory",
  aid: ascii("2PAY.SYS.DDF01"),
  name: { ja: "決済アプリケーション一覧（PPSE）", en: "payment directory (PPSE)" },
  objects: [],
  commands: paymentCommands,
  proprietaryFci: encodeTlv(
    ISSUER_DISCRETIONARY,
    encodeTlv(DIRECTORY_ENTRY, encodeTlv(AID, SCHEME), label, encodeTlv(PRIORITY, Uint8Array.of(1))),
  ),
};

const payment: CardApplication<unknown> = {
  id: "payment",
  aid: SCHEME,
  name: { ja: "決済アプリケーション（模擬）", en: "payment application (simulated)" },
  objects: [],
  commands: paymentCommands,
  proprietaryFci: label,
};

/** A contactless credit or debit card without a scheme, an account or a number. */
export const paymentCard: ForeignCard<"payment-card"> = {
  id: "payment-card",
  title: { ja: "クレジットカードなどの決済カード（EMV）", en: "payment card (EMV)" },
  advice: {
    ja: "クレジットカードなどが置かれています。決済はされません。取り出して、マイナンバーカードを置くよう伝える",
    en: "a credit or debit card lies there; nothing is charged: take it away and ask for the My Number card",
  },
  make: (rng) =>
    cardOf([nothingSelected, directory, payment], undefined, { atr: ATR, profile: defaultCardProfile, rng }),
};
