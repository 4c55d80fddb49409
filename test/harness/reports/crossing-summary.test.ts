import { describe, expect, test } from "vitest";
import { crossingSummary } from "../../../harness/reports/crossing-summary.ts";
import { japanTime } from "../../../harness/reports/japan-time.ts";
import type { AnyCrossing } from "../../../simulator/kernel/trace.ts";
import { crossings } from "./sample-run.ts";

const at = { seq: 1, atMs: 0 } as const;
const frame = { reader: "R1", attempt: 0, score: 590, threshold: 600, live: 420 } as const;
const rows: readonly (readonly [AnyCrossing, string, string])[] = [
  [
    { ...at, pco: "card.field", message: { reader: "R1", change: "inserted" } },
    "R1: カードを置いた",
    "R1: card placed",
  ],
  [
    { ...at, pco: "card.apdu", message: { reader: "R1", command: "00200080«pin»", response: "63C2" } },
    "R1 -: VERIFY カレントEFを照合（«pin»） → 63C2 照合不一致（残り2回）",
    "R1 -: VERIFY the current EF with «pin» → 63C2 verification failed, 2 tries left",
  ],
  [
    { ...at, pco: "camera.frame", message: { ...frame, liveThreshold: 500, quality: "good" } },
    "R1: 1回目の照合 590（しきい値 600）、生体 420（しきい値 500）、画質: 良好",
    "R1: try 1, score 590 (threshold 600), liveness 420 (threshold 500), picture: good",
  ],
  [
    { ...at, pco: "camera.frame", message: { ...frame, quality: "too-dark" } },
    "R1: 1回目の照合 590（しきい値 600）、生体 420、画質: 暗すぎる",
    "R1: try 1, score 590 (threshold 600), liveness 420, picture: too dark",
  ],
  [
    { ...at, pco: "reader.screen", message: { reader: "R1", screen: "S04", touch: { kind: "not-me" } } },
    "R1 S04「お名前をご確認ください」 → 本人でないと回答",
    'R1 S04 "check your name" → said: not me',
  ],
  [
    {
      ...at,
      pco: "terminal.api",
      message: { reader: "R1", call: "registerFirst", result: { kind: "unreachable", why: "line" } },
    },
    "R1 registerFirst → unreachable (line)",
    "R1 registerFirst → unreachable (line)",
  ],
  [
    {
      ...at,
      pco: "exchange.file",
      message: { folder: "res", name: "a.xml", change: "removed", lengthBytes: 1, sha256: "" },
    },
    "res/a.xml がなくなった",
    "res/a.xml taken away",
  ],
  [
    { ...at, pco: "line.segment", message: { facility: "9912345678", step: "answer", prefix: "p", lengthBytes: 9 } },
    "9912345678: 応答 9バイト",
    "9912345678: answer, 9 bytes",
  ],
  [
    { ...at, pco: "pki.validation", message: { holder: "user", subject: "x", serial: "0A", standing: "grace" } },
    "利用者証明用電子証明書 0A: 期限後の猶予期間",
    "user certificate 0A: in grace",
  ],
  [
    { ...at, pco: "subject.act", message: { act: "refused", file: "a.xml", reason: "other-day" } },
    "a.xml を取り込まない: 別の日の結果",
    "a.xml not imported: of another day",
  ],
  [
    {
      ...at,
      pco: "subject.act",
      message: { act: "settled", visit: "V1", standing: "unconfirmed", basis: "declaration", recheck: true },
    },
    "来院V1を「未確認」で受付終了（根拠: 被保険者資格申立書）、後日確認の印あり",
    "visit V1 settled as unconfirmed (basis: declaration of eligibility), flagged for another check",
  ],
  [{ ...at, pco: "scenario.step", message: { step: "wait", ms: 5000 } }, "待機 (5000 ms)", "wait (5000 ms)"],
  [
    {
      ...at,
      pco: "scenario.step",
      message: { step: "check-in", visit: "V1", persona: "employee", face: "printed" },
    },
    "来院V1: 顔認証付きカードリーダーで受付 (employee, printed)",
    "visit V1: check-in at the reader (employee, printed)",
  ],
  [{ ...at, pco: "desk.finished", message: { task: 3 } }, "作業3の完了報告", "task 3 reported finished"],
];

describe("a crossing in a line", () => {
  test.each(rows)("$pco", (crossing, ja, en) => {
    expect(crossingSummary(crossing)).toEqual({ ja, en });
  });

  test("words a command and its status word, never the data", () => {
    const pin = crossings.find(({ pco }) => pco === "card.apdu");
    expect(pin === undefined ? undefined : crossingSummary(pin).ja).toBe(
      "R1 jpki: VERIFY カレントEFを照合（«pin»） → 9000 正常終了",
    );
  });
});

test("times are those of Japan, to the millisecond, before 1970 as well", () => {
  expect(japanTime(0)).toBe("1970-01-01 09:00:00.000");
  expect(japanTime(-1)).toBe("1970-01-01 08:59:59.999");
});
