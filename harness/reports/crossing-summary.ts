import { ReaderWords, sentenceOf } from "../../devices/cards/words/exchange-words.ts";
import { screenTitles } from "../../devices/readers/screens.ts";
import { type Bilingual, same } from "../../simulator/kernel/bilingual.ts";
import type { Fate, Kept, PcoName } from "../../simulator/kernel/pco.ts";
import type { AnyCrossing, PrivateKind } from "../../simulator/kernel/trace.ts";
import { feedMatterNames } from "../../simulator/neighbours/insurer-feed.ts";
import { qualityNames } from "../faces/words.ts";
import { wireWords } from "../firmware/wire-words.ts";
import { cardNames } from "../traces/card-names.ts";
import { actSummary, stepSummary } from "./act-words.ts";
import { callerNames, callOutcomeNames, matterNames, screenOutcome } from "./call-words.ts";
import { certificateNames, supplyNames, touchNames } from "./code-words.ts";
import { welfareAnswerNames } from "./expense-words.ts";

interface PcoWords<N extends PcoName> {
  readonly title: Bilingual;
  readonly summary: (message: Kept<N>) => Bilingual;
}

/** A score with the threshold it is held against; without one where the reader does not ask. */
const against = (score: number, threshold: number | undefined): Bilingual =>
  threshold === undefined
    ? same(String(score))
    : { ja: `${score}（しきい値 ${threshold}）`, en: `${score} (threshold ${threshold})` };

const lineNames: Readonly<Record<Kept<"reader.bytes">["line"], Bilingual>> = {
  host: { ja: "ホスト", en: "host" },
  bench: { ja: "カード側", en: "bench" },
  pcsc: { ja: "PC/SC", en: "PC/SC" },
};

/** Each PCO in words, and a line about any message on it; a PCO without an entry does not compile. */
const pcoWords: { readonly [N in PcoName]: PcoWords<N> } = {
  "card.field": {
    title: { ja: "カードとリーダーの間", en: "card and reader" },
    summary: ({ reader, change }) =>
      change === "inserted"
        ? { ja: `${reader}: カードを置いた`, en: `${reader}: card placed` }
        : { ja: `${reader}: カードを取った`, en: `${reader}: card taken` },
  },
  "card.supply": {
    title: { ja: "ICチップの電源", en: "power of the chip" },
    summary: ({ reader, command, supply }) => {
      const { ja, en } = supplyNames[supply];
      return { ja: `${reader} ${command}: ${ja}`, en: `${reader} ${command}: ${en}` };
    },
  },
  "card.apdu": {
    title: { ja: "リーダーとICチップの間", en: "reader and chip" },
    summary: (message) => {
      const { ja, en } = sentenceOf(new ReaderWords(cardNames).exchange(message));
      const where = `${message.reader} ${message.application ?? "-"}`;
      return { ja: `${where}: ${ja}`, en: `${where}: ${en}` };
    },
  },
  "camera.frame": {
    title: { ja: "カメラと照合の間", en: "camera and matcher" },
    summary: ({ reader, attempt, score, threshold, live, liveThreshold, quality }) => {
      const [match, life, picture] = [against(score, threshold), against(live, liveThreshold), qualityNames[quality]];
      return {
        ja: `${reader}: ${attempt + 1}回目の照合 ${match.ja}、生体 ${life.ja}、画質: ${picture.ja}`,
        en: `${reader}: try ${attempt + 1}, score ${match.en}, liveness ${life.en}, picture: ${picture.en}`,
      };
    },
  },
  "reader.supply": {
    title: { ja: "リーダーの電源", en: "power of the reader" },
    summary: ({ reader, at }) => ({ ja: `${reader} ${at}: 電源断`, en: `${reader} ${at}: no power` }),
  },
  "reader.link": {
    title: { ja: "リーダーと端末を結ぶケーブル", en: "cable between reader and terminal" },
    summary: ({ reader, call, step }) =>
      step === "request"
        ? { ja: `${reader} ${call}: 要求`, en: `${reader} ${call}: request` }
        : { ja: `${reader} ${call}: 応答`, en: `${reader} ${call}: answer` },
  },
  "reader.screen": {
    title: { ja: "リーダーと患者の間", en: "reader and patient" },
    summary: ({ reader, screen, touch }) => {
      const { ja, en } = screenTitles[screen];
      const view = { ja: `${reader} ${screen}「${ja}」`, en: `${reader} ${screen} "${en}"` };
      if (touch === undefined) return view;
      const did = touchNames[touch.kind];
      return { ja: `${view.ja} → ${did.ja}`, en: `${view.en} → ${did.en}` };
    },
  },
  "terminal.api": {
    title: { ja: "リーダーと端末の間", en: "reader and terminal" },
    summary: ({ reader, call, result }) =>
      same(`${reader} ${call} → ${result.kind}${result.kind === "unreachable" ? ` (${result.why})` : ""}`),
  },
  "exchange.file": {
    title: { ja: "端末とレセコンの間のファイル", en: "file between terminal and receipt system" },
    summary: ({ folder, name, change, lengthBytes }) =>
      change === "written"
        ? {
            ja: `${folder}/${name} ができた（${lengthBytes}バイト）`,
            en: `${folder}/${name} written (${lengthBytes} bytes)`,
          }
        : { ja: `${folder}/${name} がなくなった`, en: `${folder}/${name} taken away` },
  },
  "line.segment": {
    title: { ja: "端末とセンターの間の回線", en: "line between terminal and centre" },
    summary: ({ facility, step, lengthBytes }) =>
      step === "request"
        ? { ja: `${facility}: 要求 ${lengthBytes}バイト`, en: `${facility}: request, ${lengthBytes} bytes` }
        : { ja: `${facility}: 応答 ${lengthBytes}バイト`, en: `${facility}: answer, ${lengthBytes} bytes` },
  },
  "pki.validation": {
    title: { ja: "電子証明書の検証", en: "certificate validation" },
    summary: ({ holder, serial, standing }) => {
      const { ja, en } = certificateNames[standing];
      return holder === "terminal"
        ? { ja: `端末の証明書 ${serial}: ${ja}`, en: `terminal certificate ${serial}: ${en}` }
        : { ja: `利用者証明用電子証明書 ${serial}: ${ja}`, en: `user certificate ${serial}: ${en}` };
    },
  },
  "central.message": {
    title: { ja: "センターの中", en: "inside the centre" },
    summary: ({ kind, answer }) => same(`${kind} → ${answer.status}${answer.status === "ok" ? "" : ` ${answer.code}`}`),
  },
  "call.record": {
    title: { ja: "コールセンターとの電話・メール", en: "phone and mail with the call centre" },
    summary: ({ from, matter, outcome, phone }) => {
      const [who, what] = [callerNames[from], matterNames[matter]];
      const came = outcome === undefined ? same(phone ?? "") : callOutcomeNames[outcome];
      return {
        ja: `${who.ja}: ${what.ja}${came.ja === "" ? "" : `（${came.ja}）`}`,
        en: `${who.en}: ${what.en}${came.en === "" ? "" : ` (${came.en})`}`,
      };
    },
  },
  "disaster.scope": {
    title: { ja: "災害時の特別措置の指定", en: "scope of the disaster view" },
    summary: ({ municipalities, from, until }) => ({
      ja: `${municipalities.join("・")}、${from}から${until}まで`,
      en: `${municipalities.join(", ")} from ${from} to ${until}`,
    }),
  },
  "visit.consent": {
    title: { ja: "自宅からの同意", en: "consent from home" },
    summary: ({ person, flag, given, endedFor }) => {
      const visits =
        flag === "2" ? { ja: "訪問診療", en: "home visits" } : { ja: "オンライン診療", en: "online visits" };
      return endedFor === undefined
        ? { ja: `${person}: ${visits.ja}に同意（${given}）`, en: `${person}: consents to ${visits.en} (${given})` }
        : { ja: `${person}: ${visits.ja}の同意が終了`, en: `${person}: the consent to ${visits.en} ends` };
    },
  },
  "web.screen": {
    title: { ja: "資格確認端末のWeb画面", en: "web screen of the terminal" },
    summary: ({ visit, gate, outcome }) => ({
      ja: `来院${visit}: ${gate === "outage" ? "障害時の照会" : "災害時の閲覧"}（${screenOutcome(outcome).ja}）`,
      en: `visit ${visit}: ${gate === "outage" ? "outage look-up" : "disaster view"} (${screenOutcome(outcome).en})`,
    }),
  },
  "feed.record": {
    title: { ja: "保険者の登録", en: "record of an insurer" },
    summary: ({ matter, happenedOn, dueOn }) => ({
      ja: `${feedMatterNames[matter].ja}${happenedOn === undefined ? "" : `（${happenedOn}、登録期限${dueOn ?? "-"}）`}`,
      en: `${feedMatterNames[matter].en}${happenedOn === undefined ? "" : ` (${happenedOn}, due ${dueOn ?? "-"})`}`,
    }),
  },
  "welfare.record": {
    title: { ja: "福祉事務所の登録", en: "registration of a welfare office" },
    summary: ({ office, matter, facility, month }) =>
      matter === "ticket"
        ? {
            ja: `${office}: ${facility ?? ""}あての${month ?? ""}の券を登録`,
            en: `${office}: registered a ticket for ${facility ?? ""}, ${month ?? ""}`,
          }
        : { ja: `${office}: 医療扶助の停止・廃止を登録`, en: `${office}: registered the end of the aid` },
  },
  "welfare.call": {
    title: { ja: "福祉事務所への電話", en: "phone call to a welfare office" },
    summary: ({ facility, answer }) => ({
      ja: `${facility}から: ${welfareAnswerNames[answer].ja}`,
      en: `from ${facility}: ${welfareAnswerNames[answer].en}`,
    }),
  },
  "claims.submitted": {
    title: { ja: "審査支払機関へのレセプト", en: "claim to the review body" },
    summary: ({ id, insurance, days }) => ({
      ja: `レセプト${id}: 保険者番号${insurance.insurerNumber}、${days.length}日`,
      en: `claim ${id}: insurer ${insurance.insurerNumber}, ${days.length} days`,
    }),
  },
  "claims.result": {
    title: { ja: "資格確認結果連絡書", en: "notice of the review body" },
    summary: ({ claim, wording: { ja, en } }) => ({ ja: `レセプト${claim}: ${ja}`, en: `claim ${claim}: ${en}` }),
  },
  "pmh.message": {
    title: { ja: "PMH医療費助成システム", en: "PMH, the system of medical subsidies" },
    summary: ({ step, kind, body, certificates, status }) =>
      step === "registration"
        ? {
            ja: `${body ?? ""}: 受給者証${certificates ?? 0}枚を登録`,
            en: `${body ?? ""}: registered ${certificates ?? 0} certificates`,
          }
        : {
            ja: `${kind ?? ""}の${step === "request" ? "照会" : `回答（${status ?? ""}）`}`,
            en: `${kind ?? ""}: ${step === "request" ? "asked" : `answered (${status ?? ""})`}`,
          },
  },
  "subject.act": { title: { ja: "レセコンの動作", en: "act of the receipt system" }, summary: actSummary },
  "desk.finished": {
    title: { ja: "外部のレセコンの受付", en: "desk of the outside receipt system" },
    summary: ({ task }) => ({ ja: `作業${task}の完了報告`, en: `task ${task} reported finished` }),
  },
  "reader.bytes": {
    title: { ja: "検証対象の回線", en: "lines of the firmware" },
    summary: (message) => {
      const arrow = message.from === "harness" ? "→" : "←";
      const bytes = message.hex.replace(/([0-9A-F]{2})(?=[0-9A-F])/g, "$1 ");
      const words = wireWords(message);
      const line = lineNames[message.line];
      return {
        ja: `${line.ja} ${arrow} ${words === undefined ? "" : `${words.ja}: `}${bytes}`,
        en: `${line.en} ${arrow} ${words === undefined ? "" : `${words.en}: `}${bytes}`,
      };
    },
  },
  "check.step": {
    title: { ja: "検証の段階", en: "step of a check" },
    summary: ({ check, step }) => same(`${check}: ${step}`),
  },
  "scenario.step": { title: { ja: "シナリオの手順", en: "step of the scenario" }, summary: stepSummary },
};

/** What became of a crossing in words. */
export const fateNames: Readonly<Record<Fate, Bilingual>> = {
  passed: { ja: "素通り", en: "passed" },
  changed: { ja: "改変", en: "changed" },
  delayed: { ja: "遅延", en: "delayed" },
  repeated: { ja: "重複", en: "repeated" },
  dropped: { ja: "消失", en: "dropped" },
  severed: { ja: "切断", en: "severed" },
};

/** Kinds of private data in words. */
export const privateKindNames: Readonly<Record<PrivateKind, Bilingual>> = {
  pin: { ja: "暗証番号", en: "PIN" },
  "personal-number": { ja: "個人番号", en: "personal number" },
  photo: { ja: "顔写真", en: "photo" },
  "reference-key": { ja: "照合番号", en: "reference number" },
};

/** A PCO in words. */
export function pcoTitle(pco: PcoName): Bilingual {
  return pcoWords[pco].title;
}

/** A crossing in a line. */
export function crossingSummary(crossing: AnyCrossing): Bilingual {
  return summaryOn(crossing.pco, crossing.message);
}

function summaryOn<N extends PcoName>(pco: N, message: Kept<N>): Bilingual {
  const row: PcoWords<N> = pcoWords[pco];
  return row.summary(message);
}
