import { numberOfTicket } from "../population/aid-under-number.ts";
import type { MedicalAid, MedicalTicket } from "../population/medical-aid.ts";
import { cellsOf } from "./cells.ts";
import type { DocumentItems, DocumentSubject } from "./kind.ts";
import type { Canvas } from "./layout/canvas.ts";
import { AID } from "./layout/colours.ts";
import { drawGrid, type GridRow, PAGE_GRID } from "./layout/grid.ts";
import { drawNotes, drawPageHeading, drawSection } from "./layout/heading.ts";
import { A4 } from "./layout/paper.ts";
import { printedCode, printedDay, printedKana, printedMonth, printedSex, printedSpan, printedYen } from "./words.ts";

/** Items of a ticket (receipt-system-interface.md §2.5). */
export const ticketLabels = {
  month: "診療年月",
  issueNumber: "交付番号",
  payerNumber: "公費負担者番号",
  recipientNumber: "受給者番号",
  name: "氏名",
  kana: "フリガナ",
  birthdate: "生年月日",
  sex: "性別",
  address: "居住地",
  facility: "指定医療機関名",
  facilityCode: "医療機関コード",
  injuries: "傷病名",
  treatment: "診療別",
  use: "単独・併用別",
  validity: "有効期間",
  selfPay: "本人支払額",
  socialInsurance: "社会保険",
  infectionLaw: "感染症法37条の2",
  elderlyCare: "後期高齢者医療",
  prefecturalExpenses: "都道府県費",
  districtContact: "地区担当員名",
  handlingContact: "取扱担当者名",
  remarks: "備考",
  office: "福祉事務所",
} as const;

/** What stands on a ticket. */
type TicketItems = DocumentItems<keyof typeof ticketLabels>;

/** A person's tickets of one type, of the month of the day: one ticket is for one calendar month (eligibility-rules.md §13.2). */
export function ticketsOf({ aid, on }: DocumentSubject, type: MedicalTicket["type"]): readonly AidTicket[] {
  if (aid === undefined) return [];
  const ofMonth = aid.tickets.filter((ticket) => ticket.type === type && ticket.month === on.slice(0, 6));
  return ofMonth.map((ticket) => ({ aid, ticket }));
}

/** A ticket and the aid it belongs to. */
interface AidTicket {
  readonly aid: MedicalAid;
  readonly ticket: MedicalTicket;
}

/** What stands on a ticket of a person. */
export function ticketItems({ person }: DocumentSubject, { aid, ticket }: AidTicket): TicketItems {
  return {
    ...aidItems(aid),
    ...careItems(ticket),
    recipientNumber: numberOfTicket(aid, ticket),
    name: person.name,
    kana: printedKana(person.kana),
    birthdate: printedDay(person.birthdate),
    sex: printedSex(person.sex),
    address: person.address,
  };
}

function aidItems({ payerNumber, officeName, use, socialInsurance }: MedicalAid) {
  return {
    payerNumber,
    office: officeName,
    use: printedCode("020", use),
    socialInsurance: printedCode("021", socialInsurance),
  };
}

function careItems(ticket: MedicalTicket) {
  return {
    month: printedMonth(ticket.month),
    issueNumber: ticket.issueNumber,
    facility: ticket.facility.name,
    facilityCode: ticket.facility.code,
    injuries: ticket.injuries.map((injury, index) => `（${index + 1}）${injury}`).join("　"),
    treatment: printedCode("019", ticket.treatment),
    validity: printedSpan(ticket.validFrom, ticket.validUntil),
    selfPay: printedYen(ticket.selfPayYen),
    infectionLaw: printedCode("023", ticket.infectionLaw),
    elderlyCare: printedCode("024", ticket.elderlyCare),
    prefecturalExpenses: printedCode("025", ticket.prefecturalExpenses),
    districtContact: ticket.districtContact ?? "",
    handlingContact: ticket.handlingContact ?? "",
    remarks: ticket.remarks?.join("\n") ?? "",
  };
}

/** Draws a ticket; `facility` heads the part about it, and `more` are rows of that part. */
export function drawTicket(
  canvas: Canvas,
  items: TicketItems,
  {
    title,
    facility,
    more = [],
  }: { readonly title: string; readonly facility: string; readonly more?: readonly GridRow[] },
): void {
  const cell = cellsOf(ticketLabels, items);
  const place = { xMm: A4.marginMm, widthMm: A4.widthMm - 2 * A4.marginMm };
  const grid = (yMm: number, rows: readonly GridRow[]): number =>
    drawGrid(canvas, { ...place, yMm }, rows, AID, { ...PAGE_GRID, rowMm: 9 }) + 5.5;
  let yMm = drawPageHeading(canvas, { title, aside: `${items.month}分` }, AID);
  yMm = grid(yMm, [
    { cells: [cell("payerNumber", 1, true), cell("recipientNumber", 1, true)] },
    { cells: [cell("validity", 1.35), cell("issueNumber", 0.85)] },
    { cells: [cell("use"), cell("treatment", 1, true)] },
  ]);
  yMm = drawSection(canvas, yMm, "受給者", AID);
  yMm = grid(yMm, [
    { cells: [cell("name", 1, true), cell("kana")], heightMm: 11 },
    { cells: [cell("birthdate"), cell("sex")] },
    { cells: [cell("address")], heightMm: 12 },
  ]);
  yMm = drawSection(canvas, yMm, facility, AID);
  yMm = grid(yMm, [
    { cells: [cell("facility", 1.35), cell("facilityCode", 0.95)] },
    ...more,
    { cells: [cell("injuries")], heightMm: 14 },
    { cells: [cell("selfPay", 1, true), cell("socialInsurance")] },
    { cells: [cell("infectionLaw"), cell("elderlyCare")] },
    { cells: [cell("prefecturalExpenses")] },
    { cells: [cell("remarks")], heightMm: 15 },
  ]);
  yMm = drawSection(canvas, yMm, "発行", AID);
  yMm = grid(yMm, [{ cells: [cell("office")] }, { cells: [cell("districtContact"), cell("handlingContact")] }]);
  drawNotes(canvas, yMm, "ご注意", ["この券は、記載の年月の診療に限り、記載の指定医療機関等でのみ使用できます。"]);
}
