import { describe, expect, it } from "vitest";
import { ExchangeFolders } from "../../../devices/terminal/exchange-folder.ts";
import { referenceDecisions } from "../../../harness/subjects/decisions.ts";
import { ReceiptSystem } from "../../../harness/subjects/receipt-system.ts";
import type { ChartPerson, InquiryKeys, SubjectAct, SubjectStep } from "../../../harness/subjects/subject.ts";
import { worldFolders } from "../../../harness/subjects/world-folders.ts";
import { civilDate, DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { start } from "../../../simulator/kernel/process.ts";
import { decodeMessage, encodeMessage, siquc01 } from "../../../simulator/messages/index.ts";
import type { InsuredPerson } from "../../../simulator/population/person.ts";
import {
  authenticate,
  bodyOf,
  centre,
  certificateUntil,
  clinic,
  conclude,
  item,
  rowsOf,
  someone,
} from "../../simulator/central/fixture.ts";

/** The bytes of a face file about a person, as centre and terminal make it. */
function faceFile(person: InsuredPerson, identifier: string, confirmedOn = "20260210"): Uint8Array {
  const under = centre({ rows: rowsOf(person, 0) });
  const recognised = authenticate(under, certificateUntil(civilDate("2029-05-20")));
  const answer = bodyOf(conclude(under, item(recognised, "DialogueId"), ["drug"], ["drug"]));
  const header = {
    ...Object(answer["MessageHeader"]),
    QualificationConfirmationDate: confirmedOn,
    ArbitraryFileIdentifier: identifier,
    CharacterCodeIdentifier: "0",
  };
  return encodeMessage(siquc01.answer, { ...answer, MessageHeader: header }, { encoding: "UTF-8", order: "paper" });
}

const chartOf = ({ name, kana, birthdate, sex }: InsuredPerson): ChartPerson => ({ name, kana, birthdate, sex });
const somebodyElse: InsuredPerson = { ...someone, id: "q", name: "別人　一郎", kana: "ﾍﾞﾂｼﾞﾝ ｲﾁﾛｳ" };
const KEYS: InquiryKeys = { insurerNumber: "06990014", number: "1", birthdate: someone.birthdate };

/** The reference receipt system before three folders, with nobody behind them. */
function counter() {
  const { clock } = centre();
  const folders = new ExchangeFolders();
  const acts: SubjectAct[] = [];
  let seq = 0;
  const system = new ReceiptSystem({
    folders: worldFolders(folders, () => ++seq),
    clock,
    facility: clinic.code,
    decisions: referenceDecisions,
    tell: (act) => acts.push(act),
  });
  /** Begins a step; waits within it go on as the clock is driven. */
  const begin = (step: SubjectStep): void => {
    start(system.act(step), (outcome) => {
      if ("error" in outcome) throw outcome.error;
    });
  };
  const arrive = (name: string, bytes: Uint8Array, folder: "res" | "face" = "face"): void =>
    folders.write({ folder, name, bytes });
  const pass = (ms: number): void => clock.advanceTo(clock.nowMs + ms);
  const did = (): readonly string[] =>
    acts.map((act) => {
      if (act.act === "alerted") return `alerted ${act.alert}`;
      if (act.act === "refused") return `refused ${act.reason}`;
      return act.act === "settled" ? `settled ${act.standing} ${act.basis}` : act.act;
    });
  const left = (folder: "req" | "res" | "face" = "face"): readonly string[] =>
    folders.list(folder).map(({ name }) => name);
  return { clock, folders, acts, begin, arrive, pass, did, left };
}

const receive = (person = someone, visit = "V1"): SubjectStep => ({ do: "receive", visit, person: chartOf(person) });

describe("the reference receipt system and unasked results", () => {
  it("imports the result of the patient who waits, takes it away, and confirms", () => {
    const { begin, arrive, pass, did, left, acts } = counter();
    begin(receive());
    arrive("a.xml", faceFile(someone, "id-1"));
    pass(3_000);
    begin({ do: "settle", visit: "V1", proof: "none" });
    expect(did()).toEqual(["imported", "settled confirmed online"]);
    expect(left()).toEqual([]);
    expect(acts[0]).toMatchObject({
      file: "a.xml",
      items: { Name: someone.name, InsuredBranchNumber: someone.eligibilities[0]?.branch },
    });
  });

  it("waits for the second half of a file that is still being written", () => {
    const { begin, arrive, pass, did } = counter();
    const bytes = faceFile(someone, "id-1");
    begin(receive());
    arrive("a.xml", bytes.slice(0, 300));
    pass(1_100);
    expect(did()).toEqual([]);
    arrive("a.xml", bytes);
    pass(3_000);
    expect(did()).toEqual(["imported"]);
  });

  it("leaves a file that is never completed lying, and tells of it", () => {
    const { begin, arrive, pass, did, left } = counter();
    begin(receive());
    arrive("a.xml", faceFile(someone, "id-1").slice(0, 300));
    pass(5_000);
    expect(did()).toEqual(["refused unreadable", "alerted unreadable-file"]);
    expect(left()).toEqual(["a.xml"]);
  });

  it.each([
    ["nothing", new Uint8Array(0)],
    ["noise", Uint8Array.from({ length: 500 }, (_, index) => (index * 151) & 0xff)],
    ["a document type", Buffer.from(`<!DOCTYPE x [<!ENTITY e "x">]><XmlMsg>&e;</XmlMsg>`)],
  ])("imports nothing from %s", (_title, bytes) => {
    const { begin, arrive, pass, did } = counter();
    begin(receive());
    arrive("a.xml", bytes);
    pass(70_000);
    expect(did()).not.toContain("imported");
  });

  it("imports a result that comes twice under two names once", () => {
    const { begin, arrive, pass, did, left } = counter();
    begin(receive());
    arrive("a.xml", faceFile(someone, "id-1"));
    arrive("b.xml", faceFile(someone, "id-1"));
    pass(3_000);
    expect(did()).toEqual(["imported", "refused duplicate"]);
    expect(left()).toEqual([]);
  });

  it("never takes yesterday's result for today's", () => {
    const { begin, arrive, pass, did } = counter();
    begin(receive());
    arrive("a.xml", faceFile(someone, "id-1", "20260209"));
    pass(3_000);
    begin({ do: "settle", visit: "V1", proof: "none" });
    expect(did()).toEqual(["refused other-day", "settled unconfirmed none"]);
  });

  it("sets another person's data aside, shows the difference, and keeps nothing once it is erased", () => {
    const { begin, arrive, pass, did, acts } = counter();
    begin(receive());
    arrive("a.xml", faceFile(somebodyElse, "id-1"));
    pass(3_000);
    begin({ do: "list-holdings" });
    begin({ do: "erase", visit: "V1" });
    begin({ do: "list-holdings" });
    expect(did()).toEqual(["alerted identity-difference", "refused other-person", "holdings", "erased", "holdings"]);
    expect(JSON.stringify(acts[2])).toContain(somebodyElse.name);
    expect(JSON.stringify(acts[4])).not.toContain(somebodyElse.name);
  });

  it("does not guess between two patients who look the same on paper", () => {
    const { begin, arrive, pass, did } = counter();
    begin(receive(someone, "V1"));
    begin(receive(someone, "V2"));
    arrive("a.xml", faceFile(someone, "id-1"));
    pass(3_000);
    expect(did()).toEqual(["alerted identity-difference", "refused nobody-waits"]);
  });

  it("gives two patients their own results in whatever order these come", () => {
    const { begin, arrive, pass, acts } = counter();
    begin(receive(someone, "V1"));
    begin(receive(somebodyElse, "V2"));
    arrive("a.xml", faceFile(somebodyElse, "id-2"));
    arrive("b.xml", faceFile(someone, "id-1"));
    pass(3_000);
    expect(acts.map((act) => (act.act === "imported" ? [act.visit, act.file] : act))).toEqual([
      ["V2", "a.xml"],
      ["V1", "b.xml"],
    ]);
  });

  it("takes in what lay in the folder before it was started", () => {
    const { clock } = centre();
    const folders = new ExchangeFolders();
    folders.write({ folder: "face", name: "early.xml", bytes: faceFile(someone, "id-1") });
    const acts: SubjectAct[] = [];
    const system = new ReceiptSystem({
      folders: worldFolders(folders, () => 1),
      clock,
      facility: clinic.code,
      decisions: referenceDecisions,
      tell: (act) => acts.push(act),
    });
    start(system.act(receive()), () => undefined);
    clock.advanceTo(clock.nowMs + 3_000);
    expect(acts.map(({ act }) => act)).toEqual(["imported"]);
  });

  it("refuses a step for a visit that nobody received, and names the field", () => {
    const { begin } = counter();
    expect(() => begin({ do: "settle", visit: "V9", proof: "none" })).toThrow(MisuseError);
    expect(() => begin({ do: "settle", visit: "V9", proof: "none" })).toThrow(/^visit: /);
  });
});

describe("the reference receipt system and inquiries", () => {
  const inquire: SubjectStep = { do: "inquire", visit: "V1", keys: KEYS, limitConsent: true };

  it("asks four times in all when nothing comes, then stops and flags the visit", () => {
    const { begin, pass, did, left } = counter();
    begin(receive());
    begin(inquire);
    pass(DAY_MS);
    begin({ do: "settle", visit: "V1", proof: "none" });
    expect(did()).toEqual(["asked", "asked", "asked", "asked", "alerted no-answer", "settled unconfirmed none"]);
    expect(new Set(left("req")).size).toBe(4);
  });

  it("writes requests that the message table finds nothing wrong with", () => {
    const { begin, folders } = counter();
    begin(receive());
    begin(inquire);
    const [request] = folders.list("req");
    const decoded = decodeMessage(siquc01.request, request?.bytes ?? new Uint8Array(0));
    expect(decoded).toMatchObject({
      ok: true,
      encoding: "Shift_JIS",
      record: { MessageBody: { QualificationConfirmSearchInfo: { LimitApplicationCertificateRelatedConsFlg: "1" } } },
    });
    expect(request?.name).toBe("OQSsiquc01req_202602100001.xml");
  });

  it("takes the late answer to its first request, and puts away the answer to its second", () => {
    const { begin, arrive, pass, did, left } = counter();
    begin(receive());
    begin(inquire);
    pass(41_000);
    expect(did()).toEqual(["asked", "asked"]);
    arrive("OQSsiquc01res_202602100001.xml", faceFile(someone, "1"), "res");
    pass(3_000);
    arrive("OQSsiquc01res_202602100002.xml", faceFile(someone, "2"), "res");
    pass(3_000);
    expect(did()).toEqual(["asked", "asked", "imported", "refused nobody-waits"]);
    expect(left("res")).toEqual([]);
  });

  it("tells that a request was refused when it comes back with an error file", () => {
    const { begin, arrive, pass, did } = counter();
    begin(receive());
    begin(inquire);
    arrive("OQSsiquc01req_202602100001.xml", Buffer.from("<XmlMsg/>"), "res");
    arrive("OQSsiquc01req_202602100001.err", Buffer.from("code=SIM-E-001\n"), "res");
    pass(3_000);
    expect(did().slice(0, 2)).toEqual(["asked", "alerted request-refused"]);
    expect(did()).not.toContain("imported");
  });

  it("lets a result alone that answers nobody's request", () => {
    const { begin, arrive, pass, did, left } = counter();
    begin(receive());
    arrive("OQSsiquc01res_999999999999.xml", faceFile(someone, "x"), "res");
    pass(3_000);
    expect(did()).toEqual([]);
    expect(left("res")).toEqual(["OQSsiquc01res_999999999999.xml"]);
  });

  it("asks for no drug data while no answer allowed it", () => {
    const { begin, acts, left } = counter();
    begin(receive());
    begin({ do: "view-medical", visit: "V1", kind: "drug", role: "doctor", as: "xml", months: 6 });
    expect(acts).toEqual([{ act: "medical", visit: "V1", kind: "drug", role: "doctor", outcome: "not-consented" }]);
    expect(left("req")).toEqual([]);
  });
});
