/** What names an insured person on a card, in a request and on a claim; a part the insurance does not have is left out. */
export interface InsuranceNumbers {
  /** Eight characters, as on the wire. */
  readonly insurerNumber: string;
  readonly symbol?: string;
  readonly number: string;
  readonly branch?: string;
}

/** The numbers alone, of whatever has them. */
export function insuranceNumbers({ insurerNumber, symbol, number, branch }: InsuranceNumbers): InsuranceNumbers {
  return {
    insurerNumber,
    ...(symbol === undefined ? {} : { symbol }),
    number,
    ...(branch === undefined ? {} : { branch }),
  };
}

/** Whether two name the same insured person; an empty part counts as one that is left out. */
export function sameNumbers(one: InsuranceNumbers, other: InsuranceNumbers): boolean {
  return (
    one.insurerNumber === other.insurerNumber &&
    one.number === other.number &&
    (one.symbol ?? "") === (other.symbol ?? "") &&
    (one.branch ?? "") === (other.branch ?? "")
  );
}
