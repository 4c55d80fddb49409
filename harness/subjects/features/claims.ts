import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { type CareDay, type Claim, insuranceName } from "../../../simulator/neighbours/claim.ts";
import { type Billing, billingOf } from "../billed-on.ts";
import type { CareEntry } from "../billing-book.ts";
import type { ExpenseDecisions } from "../expense-decisions.ts";
import { openTask } from "./charge.ts";
import { type Feature, handler, type Office } from "./feature.ts";
import { inOrder } from "./payers.ts";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** The month is over: claims are made of all care that stands on none yet. `month` is `yyyymm`. */
    readonly "claim-month": { readonly month: string };
  }
  interface SubjectActs {
    /** A claim was made and sent. */
    readonly claimed: { readonly claim: Claim };
    /** Care of a visit stays off the claims of the month. */
    readonly "claim-held": { readonly visit: string };
  }
}

/** Claims at the end of the month (eligibility-rules.md §9.1). */
export const claims: Feature = {
  handlers: handler("claim-month", function* ({ month }, office) {
    const groups = new Map<string, { readonly billing: Billing; readonly entries: CareEntry[] }>();
    for (const entry of office.billing.unclaimed(month)) {
      const billing = billingOf(entry, office);
      if (billing === undefined) {
        office.tell({ act: "claim-held", visit: entry.visit });
        openTask("complete-declaration", { visit: entry.visit }, office);
        continue;
      }
      const key = `${entry.chart} ${billing.basis} ${insuranceName(billing.insurance)}`;
      const group = groups.get(key) ?? { billing, entries: [] };
      group.entries.push(entry);
      groups.set(key, group);
    }
    for (const { billing, entries } of groups.values()) send(month, billing, entries, office);
    yield* [];
  }),
  words: {
    claimed: ({ claim: { id, basis, insurance, days } }) => ({
      ja: `レセプト${id}: 保険者番号${insurance.insurerNumber}（${basis}）、${days.length}日`,
      en: `claim ${id}: insurer ${insurance.insurerNumber} (${basis}), ${days.length} days`,
    }),
    "claim-held": ({ visit }) => ({ ja: `来院${visit}: 請求を保留`, en: `visit ${visit}: not claimed yet` }),
  },
};

function send(
  month: string,
  { basis, insurance, remarks }: Billing,
  entries: readonly CareEntry[],
  office: Office,
): void {
  const [first] = entries;
  if (first === undefined) return;
  const { name, birthdate } = office.visit(first.visit).person;
  const id = `${month}-${String(office.billing.claims.size + 1).padStart(4, "0")}`;
  const claim: Claim = {
    id,
    facility: office.facility,
    month,
    patient: { name, birthdate: civilDate(birthdate) },
    basis,
    insurance,
    publicExpenses: expensesOf(entries, insurance, office.decisions),
    medium: "online",
    days: daysOf(entries),
    notes: [...new Set(entries.flatMap(({ note }) => (note === undefined ? [] : [note])))],
    remarks,
  };
  office.billing.claim(id, first.chart, claim, entries);
  office.tell({ act: "claimed", claim });
}

/** Each day once: care given twice on a day is one day of the claim. */
function daysOf(entries: readonly CareEntry[]): readonly CareDay[] {
  const days = new Map<string, CareDay>();
  for (const { on, points } of entries) days.set(on, { day: on, points: points + (days.get(on)?.points ?? 0) });
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** Each public expense of the month's visits once, in the order of the claim (eligibility-rules.md §10.2). */
function expensesOf(
  entries: readonly CareEntry[],
  { insurerNumber }: Claim["insurance"],
  decisions: ExpenseDecisions,
): Claim["publicExpenses"] {
  const all = entries
    .flatMap(({ publicExpenses }) => publicExpenses)
    .filter(({ payerNumber }) => payerNumber !== insurerNumber);
  const each = new Map(all.map((expense) => [`${expense.payerNumber}/${expense.recipientNumber}`, expense]));
  return decisions.sortsJoinedExpenses ? inOrder([...each.values()], decisions) : [...each.values()];
}
