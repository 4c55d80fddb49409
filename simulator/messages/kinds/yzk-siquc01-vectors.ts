import type { MessageVector } from "../message-kind.ts";
import type { DrugInformationAnswer, DrugInformationRequest } from "./yzk-siquc01.ts";

const requestXml = (endDate: string): string =>
  `<XmlMsg>\r\n<MessageHeader><MedicalInstitutionCode>1319999015</MedicalInstitutionCode><InsurerNumber>39139993</InsurerNumber><InsuranceCardSymbol></InsuranceCardSymbol><InsuredPersonIdentificationNumber>99900012</InsuredPersonIdentificationNumber><BranchNumber></BranchNumber><ArbitraryFileIdentifier>00000303</ArbitraryFileIdentifier></MessageHeader>\r\n<MessageBody><FileCategory>2</FileCategory><StartDate>202605</StartDate><EndDate>${endDate}</EndDate><MedicalTreatmentFlag>1</MedicalTreatmentFlag></MessageBody>\r\n</XmlMsg>`;

const request: readonly MessageVector<DrugInformationRequest>[] = [
  {
    title: "late elderly in Shift_JIS with CRLF: symbol and branch are sent empty",
    encoding: "Shift_JIS",
    xml: requestXml("202611"),
    record: {
      MessageHeader: {
        MedicalInstitutionCode: "1319999015",
        InsurerNumber: "39139993",
        InsuranceCardSymbol: "",
        InsuredPersonIdentificationNumber: "99900012",
        BranchNumber: "",
        ArbitraryFileIdentifier: "00000303",
      },
      MessageBody: { StartDate: "202605", EndDate: "202611", FileCategory: "2", MedicalTreatmentFlag: "1" },
    },
  },
  { title: "a month that does not exist", encoding: "Shift_JIS", xml: requestXml("202613"), refused: "SIM-E-004" },
];

const answer: readonly MessageVector<DrugInformationAnswer>[] = [
  {
    title: "one drug, body before header",
    encoding: "UTF-8",
    xml: "<XmlMsg><MessageBody><MeTrMonthInf><DiDateInfs><DiDateInf><DrugInfs><DrugInf><DrugN>架空錠５ｍｇ</DrugN><Unit>錠</Unit><Qua1>0.5</Qua1></DrugInf></DrugInfs><DiDate>20260914</DiDate></DiDateInf></DiDateInfs><MeTrMonth>202609</MeTrMonth></MeTrMonthInf></MessageBody><MessageHeader><QuaInf><Birth>19460505</Birth><Name>架空　長寿</Name></QuaInf><ResultCode>1</ResultCode></MessageHeader></XmlMsg>",
    record: {
      MessageHeader: { ResultCode: "1", QuaInf: { Name: "架空　長寿", Birth: "19460505" } },
      MessageBody: {
        MeTrMonthInf: [
          {
            MeTrMonth: "202609",
            DiDateInfs: {
              DiDateInf: [
                {
                  DiDate: "20260914",
                  DrugInfs: { DrugInf: [{ DrugN: "架空錠５ｍｇ", Unit: "錠", Qua1: "0.5" }] },
                },
              ],
            },
          },
        ],
      },
    },
  },
  {
    title: "nothing from claims, a prescription and its dispensing; medical acts of a day",
    encoding: "UTF-8",
    xml: "<XmlMsg><MessageHeader><ResultCode>1</ResultCode></MessageHeader><MessageBody><CzDiInf><CzDiMonthInf><CzDiMonth>202611</CzDiMonth><CzDiDateInfs><CzDiDateInf><CzPrDate>20261109</CzPrDate><CzDiDate>20261110</CzDiDate></CzDiDateInf></CzDiDateInfs></CzDiMonthInf></CzDiInf><MeTrMonthInf><DiDateInfs><DiDateInf><MeTrInfs><MeTrInf><SinInfCd>199999901</SinInfCd><SinInfN>架空検査</SinInfN></MeTrInf></MeTrInfs></DiDateInf></DiDateInfs></MeTrMonthInf><ShPrInf><ShPrMonthInf><ShPrDateInfs><ShPrDateInf><ShDrugInfs><ShDrugInf><ShDrugN>架空錠５ｍｇ</ShDrugN></ShDrugInf></ShDrugInfs><ShPrDate>20261109</ShPrDate></ShPrDateInf></ShPrDateInfs></ShPrMonthInf></ShPrInf></MessageBody></XmlMsg>",
    record: {
      MessageHeader: { ResultCode: "1" },
      MessageBody: {
        MeTrMonthInf: [
          {
            DiDateInfs: {
              DiDateInf: [{ MeTrInfs: { MeTrInf: [{ SinInfN: "架空検査", SinInfCd: "199999901" }] } }],
            },
          },
        ],
        ShPrInf: {
          ShPrMonthInf: [
            {
              ShPrDateInfs: {
                ShPrDateInf: [{ ShPrDate: "20261109", ShDrugInfs: { ShDrugInf: [{ ShDrugN: "架空錠５ｍｇ" }] } }],
              },
            },
          ],
        },
        CzDiInf: {
          CzDiMonthInf: [
            {
              CzDiMonth: "202611",
              CzDiDateInfs: { CzDiDateInf: [{ CzDiDate: "20261110", CzPrDate: "20261109" }] },
            },
          ],
        },
      },
    },
  },
  {
    title: "24 hours are over",
    encoding: "Shift_JIS",
    xml: "<XmlMsg><MessageHeader><ResultCode>2</ResultCode><MessageContents>【模擬】閲覧同意の有効期限が切れています。</MessageContents></MessageHeader><MessageBody/></XmlMsg>",
    record: {
      MessageHeader: { ResultCode: "2", MessageContents: "【模擬】閲覧同意の有効期限が切れています。" },
      MessageBody: { MeTrMonthInf: [] },
    },
  },
  {
    title: "without a result code",
    encoding: "UTF-8",
    xml: "<XmlMsg><MessageHeader/><MessageBody/></XmlMsg>",
    refused: "SIM-E-002",
  },
];

/** Whole messages of `YZKsiquc01`, people invented. */
export const yzkSiquc01Vectors = { request, answer };
