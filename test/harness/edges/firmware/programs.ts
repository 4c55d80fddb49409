/** Programs in one line each: firmware that goes wrong in its own way, run by `node -e`. */

const node = (script: string): string => `"${process.execPath}" -e "${script}"`;

/** Each question on the bench port is answered with a descriptor of nothing. */
const BENCH =
  "const bench = new (require('net').Socket)({ fd: 3 }); bench.on('data', () => bench.write(Buffer.from('00024100', 'hex'))); bench.unref();";
/** Any command is answered with "absent": byte 8 of a frame is bSeq, the last one the LRC. */
const ABSENT =
  "const answer = (q) => { const a = Buffer.from('03068100000000000002000086', 'hex'); a[8] = q[8]; a[12] ^= q[8]; process.stdout.write(a); };";
const ANSWER = `${BENCH} ${ABSENT}`;
/** Ends when its host goes away. */
const ENDS = "process.stdin.resume().on('end', () => process.exit());";

/** Answers every question it gets with "absent". */
export const answers = node(`${ANSWER} process.stdin.on('data', answer);`);
/** The same without a bench port. */
export const hasNoBench = node(`${ABSENT} process.stdin.on('data', answer);`);
/** Answers the first question, and ends when it gets another. */
export const endsAtSecond = node(
  `${ANSWER} let asked = 0; process.stdin.on('data', (q) => { if (asked++ === 0) answer(q); else { console.error('assertion failed: line 42'); process.exit(7); } });`,
);
/** Answers, and sends the same answer on and on. */
export const floods = node(
  `${ANSWER} ${ENDS} process.stdin.once('data', (q) => { const on = () => { for (let i = 0; i < 100; i++) answer(q); setImmediate(on); }; on(); });`,
);
/** Writes text to stdout on and on; says so on stderr when more of it was read than fits into any pipe. */
export const babbles = node(
  `${ENDS} let rounds = 0; const on = () => { process.stdout.write('hello '.repeat(999)); if (++rounds === 999) console.error('read'); setImmediate(on); }; on();`,
);
/** Writes to stderr on and on, and answers well. */
export const complains = node(
  `${ANSWER} ${ENDS} const on = () => { process.stderr.write('warning\\n'.repeat(99)); setImmediate(on); }; process.stdin.on('data', answer); on();`,
);
/** Ends at once. */
export const endsAtOnce = node("console.error('no such device'); process.exit(3);");
/** Takes everything and says nothing, and does not end when its host goes away. */
export const neverAnswers = node("process.stdin.resume(); setInterval(() => {}, 1000);");
