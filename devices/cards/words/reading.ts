import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { SW } from "../../iso7816/status-word.ts";
import { accepted, type CommandRow, type Exchange, expectedText, hex, objectText } from "./command-row.ts";
import { foreignData, probeNote, probeText } from "./foreign-probes.ts";

const BY_SHORT_ID = 0x80;
const ALL_THERE_IS = 65_536;

/** A 6982 says little by itself: what the reader must do first. */
const RIGHT_MISSING: Bilingual = { ja: "先に照合が必要", en: "something must be verified first" };

/** Commands that read: READ BINARY, READ RECORD, GET DATA, GET RESPONSE (my-number-card.md §2.3, §1.7). */
export const reading: readonly CommandRow[] = [
  {
    ins: 0xb0,
    name: "READ BINARY",
    asks(exchange) {
      const { ja, en } = objectText(exchange, fileOf(exchange));
      const { p1, p2, ne } = exchange.command;
      const from = hex((p1 & BY_SHORT_ID) === 0 ? (p1 << 8) | p2 : p2, 2);
      const much = ne === 0 ? { ja: "Leなし", en: "no Le" } : expectedText(ne);
      return { ja: `${ja}を${from}から、${much.ja}`, en: `of ${en} from ${from}, ${much.en}` };
    },
    notes(exchange) {
      const { command, response } = exchange;
      const length = response.data?.length ?? command.ne;
      return [
        accepted(exchange) && length < command.ne && command.ne !== ALL_THERE_IS && ENDS_HERE,
        response.sw === SW.wrongOffset && { ja: "ファイルの終わり以降", en: "at or after the end of the file" },
        response.sw === SW.securityStatusNotSatisfied && RIGHT_MISSING,
      ];
    },
    leaves: (exchange) => ({ fid: fileOf(exchange) }),
    vectors: [
      {
        after: ["00A4020C02000A → 9000"],
        exchange: `00B0010000 → ${"30".repeat(256)}9000`,
        ja: "READ BINARY EF 000A 利用者証明用電子証明書を0100から、最大256バイト → 9000 正常終了、256バイト",
        en: "READ BINARY of EF 000A user authentication certificate from 0100, up to 256 bytes → 9000 done, 256 bytes",
      },
      {
        exchange: "00B08A0004 → 308204959000",
        ja: "READ BINARY EF 000A 利用者証明用電子証明書を0000から、4バイト → 9000 正常終了、4バイト",
        en: "READ BINARY of EF 000A user authentication certificate from 0000, 4 bytes → 9000 done, 4 bytes",
      },
      {
        after: ["00B08A0004 → 308204959000"],
        exchange: "00B00500FF → 30319000",
        ja: "READ BINARY EF 000A 利用者証明用電子証明書を0500から、255バイト → 9000 正常終了、2バイト（ファイルはここまで）",
        en: "READ BINARY of EF 000A user authentication certificate from 0500, 255 bytes → 9000 done, 2 bytes (the file ends here)",
      },
      {
        exchange: "00B08A00000000 → 30009000",
        ja: "READ BINARY EF 000A 利用者証明用電子証明書を0000から、あるだけ（拡張長） → 9000 正常終了、2バイト",
        en: "READ BINARY of EF 000A user authentication certificate from 0000, all there is (extended length) → 9000 done, 2 bytes",
      },
      {
        after: ["00A4020C020006 → 9000"],
        exchange: "00B000A0FF → 6B00",
        ja: "READ BINARY EF 0006を00A0から、255バイト → 6B00 オフセットがファイル外（ファイルの終わり以降）",
        en: "READ BINARY of EF 0006 from 00A0, 255 bytes → 6B00 offset outside the file (at or after the end of the file)",
      },
      {
        after: ["00A4020C020001 → 9000"],
        exchange: "00B0000004 → 6982",
        ja: "READ BINARY EF 0001を0000から、4バイト → 6982 権限なし（先に照合が必要）",
        en: "READ BINARY of EF 0001 from 0000, 4 bytes → 6982 security status not satisfied (something must be verified first)",
      },
      {
        application: "card-surface",
        after: ["00A4020C020002 → 9000"],
        exchange: "00B0000000 → «photo»9000",
        ja: "READ BINARY EF 0002を0000から、最大256バイト → 9000 正常終了、«photo»",
        en: "READ BINARY of EF 0002 from 0000, up to 256 bytes → 9000 done, «photo»",
      },
      {
        exchange: "00B0000000 → 6986",
        ja: "READ BINARY カレントEFを0000から、最大256バイト → 6986 カレントEFなし",
        en: "READ BINARY of the current EF from 0000, up to 256 bytes → 6986 no current file",
      },
    ],
  },
  {
    ins: 0xb2,
    name: "READ RECORD",
    asks(exchange) {
      const { p1, p2 } = exchange.command;
      const { ja, en } = objectText(exchange, recordFileOf(exchange));
      if ((p2 & 7) !== BY_NUMBER) return { ja: `${ja}（P2 ${hex(p2, 1)}）`, en: `of ${en} (P2 ${hex(p2, 1)})` };
      return { ja: `${ja}のレコード${p1}`, en: `${p1} of ${en}` };
    },
    notes: ({ response }) => [response.sw === SW.securityStatusNotSatisfied && RIGHT_MISSING],
    leaves: (exchange) => ({ fid: recordFileOf(exchange) }),
    vectors: [
      {
        application: "common",
        exchange: "00B2010C00 → 011C9000",
        ja: "READ RECORD EF 0001のレコード1 → 9000 正常終了、2バイト",
        en: "READ RECORD 1 of EF 0001 → 9000 done, 2 bytes",
      },
      {
        application: "common",
        exchange: "00B2070C00 → 6A83",
        ja: "READ RECORD EF 0001のレコード7 → 6A83 該当するレコードなし",
        en: "READ RECORD 7 of EF 0001 → 6A83 record not found",
      },
    ],
  },
  {
    ins: 0xca,
    name: "GET DATA",
    asks: ({ command: { p1, p2 } }) => dataObjectText(hex((p1 << 8) | p2, 2)),
    notes: (exchange) => [probed(exchange) && probeNote(accepted(exchange))],
    vectors: [
      {
        application: "none",
        exchange: "00CA5F5100 → E000FF8131FE45149000",
        ja: "GET DATA 5F51 接触インターフェースのATR（TSを除く） → 9000 正常終了、8バイト",
        en: "GET DATA 5F51 contact ATR without TS → 9000 done, 8 bytes",
      },
      {
        exchange: "00CADF3005 → 6A88",
        ja: "GET DATA FinEID（SetCOS）のカードかどうかの確認 → 6A88 該当するデータなし（ほかのカードへの問い。エラーが正しい応答）",
        en: "GET DATA as a probe for FinEID (SetCOS) → 6A88 referenced data not found (a question to another kind of card; an error is the right answer)",
      },
    ],
  },
  {
    ins: 0xcb,
    name: "GET DATA",
    asks: ({ command: { data } }) => dataObjectText(tagListOf(data)),
    notes: (exchange) => [probed(exchange) && probeNote(accepted(exchange))],
    vectors: [
      {
        exchange: "00CB3FFF035C017E08 → 6A88",
        ja: "GET DATA PIVのカードかどうかの確認 → 6A88 該当するデータなし（ほかのカードへの問い。エラーが正しい応答）",
        en: "GET DATA as a probe for PIV → 6A88 referenced data not found (a question to another kind of card; an error is the right answer)",
      },
    ],
  },
  {
    ins: 0xc0,
    name: "GET RESPONSE",
    asks: ({ command: { ne } }) => ({
      ja: `応答の残り、${expectedText(ne).ja}`,
      en: `for the rest, ${expectedText(ne).en}`,
    }),
    notes: () => [{ ja: "このカードは応答を分けない", en: "this card never leaves a rest" }],
    vectors: [
      {
        exchange: "00C0000010 → 6D00",
        ja: "GET RESPONSE 応答の残り、16バイト → 6D00 未対応のINS（このカードは応答を分けない）",
        en: "GET RESPONSE for the rest, 16 bytes → 6D00 unknown instruction (this card never leaves a rest)",
      },
    ],
  },
];

const ENDS_HERE: Bilingual = { ja: "ファイルはここまで", en: "the file ends here" };
const BY_NUMBER = 4;

function fileOf({ command: { p1 }, current }: Exchange): number | undefined {
  return (p1 & BY_SHORT_ID) === 0 ? current.fid : p1 & 0x1f;
}

function recordFileOf({ command: { p2 }, current }: Exchange): number | undefined {
  return p2 >> 3 === 0 ? current.fid : p2 >> 3;
}

/** Data objects at card level (my-number-card.md §1.7). */
const DATA_OBJECTS: Readonly<Record<string, Bilingual>> = {
  "0042": { ja: "発行者識別番号", en: "issuer identification number" },
  "0045": { ja: "カード識別番号", en: "card identification number" },
  "0066": { ja: "カード認識データ（GlobalPlatform）", en: "card recognition data (GlobalPlatform)" },
  "00F0": { ja: "市区町村コード", en: "municipality" },
  "00F2": { ja: "有効期限", en: "expiry" },
  "00F7": { ja: "鍵ID", en: "key id" },
  "00F8": { ja: "CV証明書", en: "CV certificate" },
  "7F21": { ja: "CV証明書", en: "CV certificate" },
  "5F51": { ja: "接触インターフェースのATR（TSを除く）", en: "contact ATR without TS" },
};

const MAX_TAG_LIST_BYTES = 8;

/** A tag list in the data field, cut where it is too long to be one. */
const tagListOf = (data: Uint8Array | undefined): string =>
  toHex((data ?? new Uint8Array(0)).subarray(0, MAX_TAG_LIST_BYTES));

function dataObjectText(key: string): Bilingual {
  const foreign = foreignData(key);
  if (foreign !== undefined) return probeText(foreign);
  const known = DATA_OBJECTS[key] ?? { ja: "", en: "" };
  return { ja: `${key} ${known.ja}`.trim(), en: `${key} ${known.en}`.trim() };
}

function probed({ command: { ins, p1, p2, data } }: Exchange): boolean {
  return foreignData(ins === 0xca ? hex((p1 << 8) | p2, 2) : tagListOf(data)) !== undefined;
}
