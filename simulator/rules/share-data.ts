import { type CivilDate, civilDate, isCivilDate } from "../kernel/civil-time.ts";
import type { DiseaseCertificate } from "../population/eligibility.ts";
import type { ContributionRatio, LimitFlag } from "../population/limit-class.ts";

/** What an answer says that decides a patient's share; an element that did not come is left out. */
export interface ShareData {
  readonly insurerNumber: string;
  readonly birthdate: CivilDate;
  /** `InsuredPartialContributionRatio`. */
  readonly contributionRatio?: ContributionRatio;
  /** `ElderlyRecipientContributionRatio`. */
  readonly elderlyRatio?: ContributionRatio;
  readonly flag?: LimitFlag;
  readonly flagFrom?: CivilDate;
  /** Last day. */
  readonly flagUntil?: CivilDate;
  /** Specific diseases 特定疾病 with the limit of a month, yen; left out where none were told. */
  readonly diseases?: readonly { readonly category: DiseaseCertificate["category"]; readonly selfPayYen?: number }[];
}

/** The elements of a result they come from (receipt-system-interface.md §2.4), as text. */
export interface ShareElements {
  readonly InsurerNumber?: string;
  readonly Birthdate: string;
  readonly InsuredPartialContributionRatio?: string;
  readonly ElderlyRecipientCertificateInfo?: { readonly ElderlyRecipientContributionRatio?: string };
  readonly LimitApplicationCertificateRelatedInfo?: {
    readonly LimitApplicationCertificateClassificationFlag?: string;
    readonly LimitApplicationCertificateValidStartDate?: string;
    readonly LimitApplicationCertificateValidEndDate?: string;
  };
  readonly SpecificDiseasesCertificateList?: {
    readonly SpecificDiseasesCertificateInfo: readonly {
      readonly SpecificDiseasesDiseaseCategory: string;
      readonly SpecificDiseasesSelfPay?: string;
    }[];
  };
}

/** Reads them; codes were checked against their lists when the message was. */
export function shareDataOf(result: ShareElements): ShareData {
  const limit = result.LimitApplicationCertificateRelatedInfo;
  const diseases = result.SpecificDiseasesCertificateList?.SpecificDiseasesCertificateInfo.map((one) => ({
    category: one.SpecificDiseasesDiseaseCategory as DiseaseCertificate["category"],
    ...some("selfPayYen", one.SpecificDiseasesSelfPay === undefined ? undefined : Number(one.SpecificDiseasesSelfPay)),
  }));
  const elderlyRatio = result.ElderlyRecipientCertificateInfo?.ElderlyRecipientContributionRatio;
  return {
    insurerNumber: result.InsurerNumber ?? "",
    birthdate: civilDate(result.Birthdate),
    ...some("contributionRatio", result.InsuredPartialContributionRatio as ContributionRatio | undefined),
    ...some("elderlyRatio", elderlyRatio as ContributionRatio | undefined),
    ...some("flag", limit?.LimitApplicationCertificateClassificationFlag as LimitFlag | undefined),
    ...some("flagFrom", day(limit?.LimitApplicationCertificateValidStartDate)),
    ...some("flagUntil", day(limit?.LimitApplicationCertificateValidEndDate)),
    ...some("diseases", diseases),
  };
}

const day = (text: string | undefined): CivilDate | undefined =>
  text !== undefined && isCivilDate(text) ? text : undefined;

function some<N extends string, V>(name: N, value: V | undefined): { readonly [K in N]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in N]?: V };
}
