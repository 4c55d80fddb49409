import { elements, optional, required } from "../element-table.ts";
import { INSURER_NUMBER, N, X } from "../format.ts";
import type { AnyRequest, Failure } from "../message-kind.ts";

/**
 * Header of the requests for medical information. Names differ from those of the OQS family for the same keys (fact 11).
 * What is required, and lengths, are ours: the programs seen always send everything, empty where they have nothing.
 */
export const medicalRequestHeader = elements({
  MedicalInstitutionCode: required("医療機関コード", N(10), ["1319999015"], ["", "131999901"]),
  InsurerNumber: required("保険者番号", INSURER_NUMBER, ["39139993", "  139998"], ["", "139998"]),
  InsuranceCardSymbol: optional("被保険者証記号", X(20), ["", "12-34"], ["1".repeat(21)]),
  InsuredPersonIdentificationNumber: required("被保険者証番号", X(20), ["99900012"], ["", "1".repeat(21)]),
  BranchNumber: optional("枝番", N(2), ["", "01"], ["1"]),
  ArbitraryFileIdentifier: optional("任意のファイル識別子", X(50), ["", "00000303"], ["1".repeat(51)]),
});

/** Header of the answer when a request for medical information failed: a refusal and its text, for it has no error code. */
export function failedMedicalHeader({ text }: Failure, { MessageHeader }: AnyRequest) {
  const { ArbitraryFileIdentifier: identifier } = MessageHeader;
  return {
    ResultCode: "2",
    MessageContents: text,
    ...(identifier === undefined ? {} : { ArbitraryFileIdentifier: identifier }),
  };
}
