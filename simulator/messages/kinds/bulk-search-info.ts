import { elements, optional } from "../element-table.ts";
import { X } from "../format.ts";

const TOO_LONG = ["1".repeat(51)];

/**
 * `QualificationConfirmSearchInfo` of a bulk inquiry. The rows of §2.2, but none is required and none has a format: a row
 * that lacks its birth date is an error of that row, and the file goes on (requirements.md R1-20, receipt-system-interface.md
 * §2.7). The centre judges the rows.
 */
export const bulkSearchInfo = elements({
  InsurerNumber: optional("保険者番号", X(50), ["", "06139992", "  139998", "12139994"], TOO_LONG),
  InsuredCardSymbol: optional("被保険者証記号", X(50), ["", "12-34"], TOO_LONG),
  InsuredIdentificationNumber: optional("被保険者証番号", X(50), ["", "9001"], TOO_LONG),
  InsuredBranchNumber: optional("枝番", X(50), ["", "00", "1"], TOO_LONG),
  Birthdate: optional("生年月日", X(50), ["", "19800401"], TOO_LONG),
  LimitApplicationCertificateRelatedConsFlg: optional("限度額適用認定証提供同意フラグ", X(50), ["", "0"], TOO_LONG),
  ArbitraryIdentifier: optional("任意の識別子", X(50), ["", "00000100_1"], TOO_LONG),
});
