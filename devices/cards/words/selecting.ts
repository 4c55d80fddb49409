import { type Bilingual, same } from "../../../simulator/kernel/bilingual.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { accepted, type CommandRow, type Exchange, hex, objectText } from "./command-row.ts";
import { foreignApplication, probeNote, probeText } from "./foreign-probes.ts";

const BY_NAME = 0x04;
const PARENT = 0x03;
const BY_PATH = 0x08;
const NEXT_OCCURRENCE = 0x02;
const MASTER_FILE = 0x3f00;
/** Longer names are no AIDs (ISO/IEC 7816-4 §8.2.1.2). */
const MAX_AID_BYTES = 16;

/** SELECT by DF name, file id or path (my-number-card.md §2.2). */
export const selecting: readonly CommandRow[] = [
  {
    ins: 0xa4,
    name: "SELECT",
    asks(exchange) {
      const { p1, p2 } = exchange.command;
      const target = p1 === BY_NAME ? applicationText(exchange) : fileText(exchange);
      if ((p2 & 3) !== NEXT_OCCURRENCE) return target;
      return { ja: `${target.ja}（次の候補）`, en: `${target.en}, next occurrence` };
    },
    notes(exchange) {
      const { command, current, names } = exchange;
      if (command.p1 !== BY_NAME) return [];
      const aid = aidOf(exchange);
      const known = names.applicationOf(aid);
      return [
        foreignApplication(aid) !== undefined && known === undefined && probeNote(accepted(exchange)),
        known !== undefined &&
          accepted(exchange) &&
          known.id === current.application && { ja: "選択済みのAP", en: "it was selected already" },
      ];
    },
    leaves(exchange) {
      const { p1, data } = exchange.command;
      if (p1 === BY_NAME) return { fid: undefined };
      return data === undefined || data.length === 0 ? undefined : { fid: fidOf(data) };
    },
    vectors: [
      {
        exchange: "00A4040C0AD392F000260100000001 → 9000",
        application: "none",
        ja: "SELECT 公的個人認証AP → 9000 正常終了",
        en: "SELECT JPKI application → 9000 done",
      },
      {
        exchange: "00A404000AD392F00026010000000100 → 6F0C840AD392F0002601000000019000",
        ja: "SELECT 公的個人認証AP → 9000 正常終了、14バイト（選択済みのAP）",
        en: "SELECT JPKI application → 9000 done, 14 bytes (it was selected already)",
      },
      {
        exchange: "00A4040C02D392 → 9000",
        ja: "SELECT AID D392 → 9000 正常終了",
        en: "SELECT AID D392 → 9000 done",
      },
      {
        exchange: "00A4040E02D392 → 6A82",
        ja: "SELECT AID D392（次の候補） → 6A82 該当なし",
        en: "SELECT AID D392, next occurrence → 6A82 file or application not found",
      },
      {
        exchange: "00A4040009A00000030800001000 → 6A82",
        ja: "SELECT PIVのカードかどうかの確認 → 6A82 該当なし（ほかのカードへの問い。エラーが正しい応答）",
        en: "SELECT as a probe for PIV → 6A82 file or application not found (a question to another kind of card; an error is the right answer)",
      },
      {
        exchange: "00A4020C02000A → 9000",
        ja: "SELECT EF 000A 利用者証明用電子証明書 → 9000 正常終了",
        en: "SELECT EF 000A user authentication certificate → 9000 done",
      },
      {
        exchange: "00A4020C022F10 → 6A82",
        ja: "SELECT EF 2F10 → 6A82 該当なし",
        en: "SELECT EF 2F10 → 6A82 file or application not found",
      },
      {
        exchange: "00A4000C023F00 → 6A82",
        ja: "SELECT MF → 6A82 該当なし",
        en: "SELECT MF → 6A82 file or application not found",
      },
      {
        exchange: "00A40000 → 6A86",
        ja: "SELECT 対象の指定なし → 6A86 P1・P2の誤り",
        en: "SELECT without saying what → 6A86 wrong P1 P2",
      },
    ],
  },
];

const aidOf = ({ command: { data } }: Exchange): string => (data === undefined ? "" : toHex(data));

function applicationText(exchange: Exchange): Bilingual {
  const aid = aidOf(exchange);
  if (aid === "") return { ja: "AIDの指定なし", en: "without an AID" };
  const known = exchange.names.applicationOf(aid);
  if (known !== undefined) return { ja: known.ja, en: known.en };
  const foreign = foreignApplication(aid);
  if (foreign !== undefined) return probeText(foreign);
  return same(`AID ${aid.length > MAX_AID_BYTES * 2 ? `${aid.slice(0, MAX_AID_BYTES * 2)}…` : aid}`);
}

function fileText(exchange: Exchange): Bilingual {
  const { p1, data } = exchange.command;
  if (p1 === PARENT) return { ja: "親のDF", en: "the parent DF" };
  if (data === undefined || data.length === 0) return { ja: "対象の指定なし", en: "without saying what" };
  if (data.length !== 2 || (p1 & BY_PATH) !== 0)
    return { ja: `パスで（P1 ${hex(p1, 1)}）`, en: `by path (P1 ${hex(p1, 1)})` };
  const fid = fidOf(data);
  return fid === MASTER_FILE ? same("MF") : objectText(exchange, fid);
}

const fidOf = (data: Uint8Array): number => ((data.at(-2) ?? 0) << 8) | (data.at(-1) ?? 0);
