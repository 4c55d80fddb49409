import {
  type DrugInformationAnswer,
  type DrugInformationRequest,
  yzkSiquc01,
} from "../../messages/kinds/yzk-siquc01.ts";
import { type ResultCode, resultCode } from "../../messages/result-codes.ts";
import { validate } from "../../messages/validate.ts";
import { type Dispensing, drugHistory } from "../../population/drug-history.ts";
import type { ConsentRecord, LedgerKey } from "../ledger.ts";
import { type CentralContext, service } from "../service.ts";

type Header = DrugInformationRequest["MessageHeader"];
type Months = DrugInformationAnswer["MessageBody"]["MeTrMonthInf"];

const keyOf = ({ InsurerNumber, InsuredPersonIdentificationNumber }: Header): string =>
  `${InsurerNumber}/${InsuredPersonIdentificationNumber}`;

/** Drug information of one person, within the consent given at this facility (eligibility-rules.md §5, SEQ-07). */
export const drugInformation = service<DrugInformationRequest, DrugInformationAnswer>({
  serves: "YZKsiquc01",
  title: { ja: "薬剤情報", en: "drug information" },
  badField: (query) => validate(yzkSiquc01.request, query)[0]?.path,
  touches({ MessageHeader }, slice, { facility }) {
    const key = keyOf(MessageHeader);
    const ids = slice.get("insured", key)?.personIds ?? [];
    return [
      ["insured", key],
      ...ids.flatMap((id): LedgerKey[] => [
        ["person", id],
        ["consent", `${id}/${facility.code}`],
      ]),
    ];
  },
  answer({ MessageHeader, MessageBody }, slice, cx) {
    const ids = slice.get("insured", keyOf(MessageHeader))?.personIds ?? [];
    const holder = ids
      .map((id) => slice.get("person", id))
      .find((person) =>
        person?.eligibilities.some(({ branch }) => (branch ?? "") === (MessageHeader.BranchNumber ?? "")),
      );
    const consent = holder === undefined ? undefined : slice.get("consent", `${holder.id}/${cx.facility.code}`);
    const refusal = refusalOf(consent, cx);
    const answerHeader = { ArbitraryFileIdentifier: MessageHeader.ArbitraryFileIdentifier ?? "" };
    if (holder === undefined || refusal !== undefined) {
      const text = resultCode(refusal ?? "SIM-P-105").ja;
      return {
        answer: {
          MessageHeader: { ...answerHeader, ResultCode: "2", MessageContents: text },
          MessageBody: { MeTrMonthInf: [] },
        },
        changes: [],
      };
    }
    const { name, kana, birthdate, sex } = holder;
    const history = drugHistory(holder.id, cx.today, MessageBody.StartDate, MessageBody.EndDate);
    return {
      answer: {
        MessageHeader: {
          ...answerHeader,
          ResultCode: "1",
          QuaInf: { Name: name, KanaName: kana, Birth: birthdate, AdmGendCode: sex },
        },
        MessageBody: { MeTrMonthInf: history.map((dispensing) => monthOf(dispensing, cx.facility.code)) },
      },
      changes: [],
    };
  },
});

/** Allowed while the consent is younger than 24 hours, to the millisecond (eligibility-rules.md §3.6 V20, end exclusive, A). */
function refusalOf(consent: ConsentRecord | undefined, { nowMs, policy }: CentralContext): ResultCode | undefined {
  if (consent === undefined || consent.eligibilityOnly || !consent.given.includes("drug")) return "SIM-P-105";
  return nowMs < consent.atMs + policy.consentWindowMs ? undefined : "SIM-P-106";
}

function monthOf({ date, drugCode, drugName, ingredient, usage, days }: Dispensing, facility: string): Months[number] {
  return {
    DiOrg: "1",
    MeTrDiHCd: facility,
    MeTrMonth: date.slice(0, 6),
    PrIsOrg: "1",
    InOut: "2",
    DiDateInfs: {
      DiDateInf: [
        {
          DiDate: date,
          PrDate: date,
          DrugInfs: {
            DrugInf: [
              {
                DrugC: drugCode,
                Qua1: "1",
                UsageN: usage,
                Times: String(days),
                IngreN: ingredient,
                MeTrIdCl: "21",
                Unit: "錠",
                DrugN: drugName,
              },
            ],
          },
        },
      ],
    },
  };
}
