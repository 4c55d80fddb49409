import { elements, group, optional, required } from "../element-table.ts";
import { C, D8, INSURER_NUMBER, N, X } from "../format.ts";
import { encodedRows, executedRows, segmentRows, senderRows } from "./bulk-parts.ts";

/**
 * Parts of the kinds whose layouts are not public: everything in files that use this is OURS, off unless the profile says
 * otherwise (receipt-system-interface.md §8.3). Whoever owns the official annexes knows better.
 */

const NO_DAY = ["", "20261131"];
const TOO_LONG = ["1".repeat(51)];

/** Header of a request that names nobody. */
export const extHeader = group("メッセージヘッダー", elements(senderRows));

/** Header of a request about one person on a day. */
export const extPersonHeader = group(
  "メッセージヘッダー",
  elements({ QualificationConfirmationDate: required("資格確認日", D8, ["20261121"], NO_DAY), ...senderRows }),
);

/** Header of every answer. */
export const extAnswerHeader = group(
  "メッセージヘッダー",
  elements({ ...executedRows, ...senderRows, ...segmentRows, ...encodedRows }),
);

/** The keys of one person, as §2.2 has them, with the kind of care asked for (OQSCD028). */
export const extPersonRows = {
  InsurerNumber: required("保険者番号", INSURER_NUMBER, ["06139992", "  139998"], ["", "139998"]),
  InsuredCardSymbol: optional("被保険者証記号", X(20), ["", "12-34"], ["1".repeat(21)]),
  InsuredIdentificationNumber: required("被保険者証番号", X(20), ["9001"], ["", "1".repeat(21)]),
  InsuredBranchNumber: optional("枝番", N(2), ["", "00"], ["1"]),
  Birthdate: required("生年月日", D8, ["19850505"], NO_DAY),
};

/** 診療区分 of a visit from afar or in an emergency. */
export const treatmentFlag = required("診療区分", C("028"), ["2", "3", "4"], ["", "5"]);

/** A tag that comes back. */
export const arbitraryIdentifier = optional("任意の識別子", X(50), ["", "00000101_1"], TOO_LONG);
