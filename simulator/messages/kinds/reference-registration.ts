import { elements, optional, required } from "../element-table.ts";
import { INSURER_NUMBER, N, X } from "../format.ts";

/**
 * `ReferenceNumberRegistrationInfo` 照会番号登録情報 (receipt-system-interface.md §2.6). No birth date is sent. For 医療扶助
 * 公費負担者番号 and 受給者番号 stand in the places of insurer and insured number [I].
 */
export const referenceRegistration = elements({
  ReferenceNumber: required("照会番号", X(50), ["00000101", "1".repeat(50)], ["", "1".repeat(51)]),
  InsurerNumber: required(
    "保険者番号",
    INSURER_NUMBER,
    ["06139992", "  139998", "12139994"],
    ["", "139998", "0613999X"],
  ),
  InsuredCardSymbol: optional("被保険者証記号", X(20), ["", "12-34"], ["1".repeat(21)]),
  InsuredIdentificationNumber: required("被保険者証番号", X(20), ["9001"], ["", "1".repeat(21)]),
  InsuredBranchNumber: optional("枝番", N(2), ["", "01"], ["1", "001"]),
});

/** The same in a bulk file: a bad row is an error of that row (§2.8), so nothing is required and formats are the centre's. */
export const bulkReferenceRegistration = elements({
  ReferenceNumber: optional("照会番号", X(100), ["", "00000101", "1".repeat(51)], ["1".repeat(101)]), // bound ours
  InsurerNumber: optional("保険者番号", X(50), ["", "06139992", "  139998"], ["1".repeat(51)]),
  InsuredCardSymbol: optional("被保険者証記号", X(50), ["", "12-34"], ["1".repeat(51)]),
  InsuredIdentificationNumber: optional("被保険者証番号", X(50), ["", "9001"], ["1".repeat(51)]),
  InsuredBranchNumber: optional("枝番", X(50), ["", "01"], ["1".repeat(51)]),
});
