import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { SW, triesLeftIn, triesLeftText } from "../../iso7816/status-word.ts";
import { type CommandRow, dataText, type Exchange, objectText, referenceOf } from "./command-row.ts";

const BLOCKED_NOW: Bilingual = { ja: "以後は閉塞", en: "it is blocked from now on" };

/** VERIFY without data asks the counter (my-number-card.md §2.4). */
const isQuery = ({ command: { data } }: Exchange): boolean => data?.length === 0;

const target = (exchange: Exchange): Bilingual => objectText(exchange, referenceOf(exchange.command.p2, exchange));

/** The new value of a PIN; it is never said, only that there was one. */
function newValue(exchange: Exchange): Bilingual {
  const [{ ja, en }, value] = [target(exchange), dataText(exchange)];
  return { ja: `${ja}を新しい値に（${value.ja}）`, en: `of ${en} to a new value (${value.en})` };
}

/** Commands about PINs and other values that are compared (my-number-card.md §2.4, §2.5). Digits are never worded. */
export const verifying: readonly CommandRow[] = [
  {
    ins: 0x20,
    name: "VERIFY",
    asks(exchange) {
      const { ja, en } = target(exchange);
      if (isQuery(exchange)) return { ja: `${ja}の残り回数を照会`, en: `${en}, asks the tries left` };
      const value = dataText(exchange);
      return { ja: `${ja}を照合（${value.ja}）`, en: `${en} with ${value.en}` };
    },
    means(sw, exchange) {
      if (!isQuery(exchange)) return undefined;
      const tries = triesLeftIn(sw);
      if (tries !== undefined) return triesLeftText(tries);
      return sw === SW.verificationFailed ? { ja: "回数の制限なし", en: "no limit of tries" } : undefined;
    },
    notes: (exchange) => [triesLeftIn(exchange.response.sw ?? 0) === 0 && !isQuery(exchange) && BLOCKED_NOW],
    vectors: [
      {
        after: ["00A4020C020018 → 9000"],
        exchange: "00200080 → 63C3",
        ja: "VERIFY EF 0018 利用者証明用パスワードの残り回数を照会 → 63C3 残り3回",
        en: "VERIFY EF 0018 user authentication PIN, asks the tries left → 63C3 3 tries left",
      },
      {
        after: ["00A4020C020018 → 9000"],
        exchange: "00200080«pin» → 63C2",
        ja: "VERIFY EF 0018 利用者証明用パスワードを照合（«pin»） → 63C2 照合不一致（残り2回）",
        en: "VERIFY EF 0018 user authentication PIN with «pin» → 63C2 verification failed, 2 tries left",
      },
      {
        exchange: "00200098«pin» → 63C0",
        ja: "VERIFY EF 0018 利用者証明用パスワードを照合（«pin»） → 63C0 照合不一致（残り0回）（以後は閉塞）",
        en: "VERIFY EF 0018 user authentication PIN with «pin» → 63C0 verification failed, no try left (it is blocked from now on)",
      },
      {
        after: ["00A4020C02001B → 9000"],
        exchange: "00200080«pin» → 6984",
        ja: "VERIFY EF 001Bを照合（«pin»） → 6984 閉塞中",
        en: "VERIFY EF 001B with «pin» → 6984 reference data blocked",
      },
      {
        application: "card-surface",
        after: ["00A4020C020012 → 9000"],
        exchange: "00200080«reference-key» → 9000",
        ja: "VERIFY EF 0012 照合番号Bを照合（«reference-key»） → 9000 正常終了",
        en: "VERIFY EF 0012 reference number B with «reference-key» → 9000 done",
      },
      {
        exchange: "00200080 → 6300",
        ja: "VERIFY カレントEFの残り回数を照会 → 6300 回数の制限なし",
        en: "VERIFY the current EF, asks the tries left → 6300 no limit of tries",
      },
    ],
  },
  {
    ins: 0x24,
    name: "CHANGE REFERENCE DATA",
    asks: newValue,
    vectors: [
      {
        after: ["00A4020C020018 → 9000"],
        exchange: "00240180«pin» → 9000",
        ja: "CHANGE REFERENCE DATA EF 0018 利用者証明用パスワードを新しい値に（«pin»） → 9000 正常終了",
        en: "CHANGE REFERENCE DATA of EF 0018 user authentication PIN to a new value («pin») → 9000 done",
      },
    ],
  },
  {
    ins: 0x32,
    cla: 0x80,
    name: "CHANGE KEY",
    asks: newValue,
    vectors: [
      {
        application: "common",
        after: ["00A4020C02001C → 9000"],
        exchange: "80320080«pin» → 6982",
        ja: "CHANGE KEY EF 001Cを新しい値に（«pin»） → 6982 権限なし",
        en: "CHANGE KEY of EF 001C to a new value («pin») → 6982 security status not satisfied",
      },
    ],
  },
  {
    ins: 0x2c,
    name: "RESET RETRY COUNTER",
    asks: (exchange) => {
      const { ja, en } = target(exchange);
      return { ja, en: `of ${en}` };
    },
    notes: () => [{ ja: "閉塞解除のコマンドは公開されていない", en: "how the real card is unblocked is not public" }],
    vectors: [
      {
        after: ["00A4020C020018 → 9000"],
        exchange: "002C0080 → 6D00",
        ja: "RESET RETRY COUNTER EF 0018 利用者証明用パスワード → 6D00 未対応のINS（閉塞解除のコマンドは公開されていない）",
        en: "RESET RETRY COUNTER of EF 0018 user authentication PIN → 6D00 unknown instruction (how the real card is unblocked is not public)",
      },
    ],
  },
];
