/*
 * The reader's side of T=1 (ISO/IEC 7816-3 11; the rules are those of notes 5). One block goes out, one comes in; what
 * goes wrong is mended in `ask`, and what that cannot mend by S(RESYNCH).
 *
 *     block  NAD PCB LEN INF... LRC       NAD 00, LEN 0 to 254
 *     I      0 N M 00000                  N: number, M: more pieces follow
 *     R      1 0 0 N 00 e e               N: number awaited; 1 EDC, 2 other error
 *     S      1 1 a 00 0 x x               a: answer; RESYNCH, IFS, ABORT, WTX
 */
#include <string.h>

#include "reader.h"

#define PROLOGUE 3u
#define MAX_BLOCK (PROLOGUE + 255u + 1u)

/* PCB */
enum { NUMBER = 0x40, MORE = 0x20, R = 0x80, R_NUMBER = 0x10, R_EDC = 0x01, R_OTHER = 0x02 };
enum { RESYNCH = 0xc0, IFS = 0xc1, ABORT = 0xc2, WTX = 0xc3, RESPONSE = 0x20 };

#define MAX_TRIES 3u             /* a block goes out once and two times again (rule 7) */
#define MAX_RESYNCHS 3u          /* rule 6 */
#define MAX_CARD_REQUESTS 1000u  /* ours: more requests for one block never end */
#define MAX_BLOCKS 400000u       /* ours: every byte of the longest command and answer alone in a block, three times */
#define MAX_BWI 9u               /* larger ones are reserved */

struct block {
  uint8_t pcb, length;
  uint8_t inf[MAX_INF];
};

enum heard { HEARD_BLOCK, HEARD_BAD_EDC, HEARD_NO_BLOCK, HEARD_NOTHING, HEARD_BROKEN_OFF };
enum asked { ANSWERED, UNANSWERED, CARD_ABORTED, MUST_END };
/* What a block waits for: R behind a piece, I behind the last piece and behind R, the S response of the same name. */
enum awaited { CONFIRMATION, I_BLOCK, S_RESPONSE };

static bool is_i(const struct block *block) { return (block->pcb & 0x80) == 0; }
static bool is_r(const struct block *block) { return (block->pcb & 0xc0) == R; }
static bool is_s_request(const struct block *block) { return (block->pcb & 0xe0) == 0xc0; }

static uint8_t number_in(const struct block *block)
{
  const uint8_t bit = is_i(block) ? NUMBER : R_NUMBER;
  return (block->pcb & bit) != 0;
}

static struct block r_block(uint8_t number, uint8_t error)
{
  const struct block block = {.pcb = (uint8_t)(R | (number ? R_NUMBER : 0) | error)};
  return block;
}

static void say(struct reader *r, const struct block *block)
{
  uint8_t bytes[MAX_BLOCK] = {0x00, block->pcb, block->length};
  uint8_t lrc = 0;
  const size_t body = PROLOGUE + block->length;
  memcpy(bytes + PROLOGUE, block->inf, block->length);
  for (size_t at = 0; at < body; at++) lrc ^= bytes[at];
  bytes[body] = lrc;
  contact_say(r, bytes, body + 1u);
}

static bool is_sensible(uint8_t pcb, uint8_t length)
{
  if ((pcb & 0x80) == 0) return (pcb & 0x1f) == 0;
  if ((pcb & 0xc0) == R) return (pcb & 0x2c) == 0 && (pcb & 3) != 3 && length == 0;
  const bool carries_byte = (pcb & 0xdf) == IFS || (pcb & 0xdf) == WTX;
  return (pcb & 0xdc) == 0xc0 && length == (carries_byte ? 1 : 0);
}

/* Length and EDC are looked at before the rest: of damaged bytes nothing else can be believed. */
static enum heard judge(const uint8_t *bytes, size_t count, struct block *block)
{
  uint8_t lrc = 0;
  if (count <= PROLOGUE || bytes[2] > MAX_INF || count != PROLOGUE + bytes[2] + 1u) return HEARD_NO_BLOCK;
  for (size_t at = 0; at < count; at++) lrc ^= bytes[at];
  if (lrc != 0) return HEARD_BAD_EDC;
  if (bytes[0] != 0x00 || !is_sensible(bytes[1], bytes[2])) return HEARD_NO_BLOCK;
  block->pcb = bytes[1];
  block->length = bytes[2];
  memcpy(block->inf, bytes + PROLOGUE, bytes[2]);
  return HEARD_BLOCK;
}

/*
 * Waits for a block to begin, and for each of its characters. A good block is there with its last one; a bad one when the
 * line falls silent: its LEN may be what was damaged, so nobody knows before where it ends.
 */
static enum heard hear(struct reader *r, uint32_t wait_ms, struct block *block)
{
  uint8_t bytes[MAX_BLOCK];
  size_t count = 0;
  while (count < sizeof bytes) {
    const enum waited waited = reader_wait(r, count == 0 ? wait_ms : r->t1.cwt_ms);
    if (waited == BROKEN_OFF) return HEARD_BROKEN_OFF;
    if (waited == TIME_UP) return count == 0 ? HEARD_NOTHING : judge(bytes, count, block);
    r->t1.heard_anything = true;
    contact_take(r, &bytes[count++]);
    if (judge(bytes, count, block) == HEARD_BLOCK) return HEARD_BLOCK;
  }
  return HEARD_NO_BLOCK; /* longer than any block: a card that babbles is cut off */
}

/* Behind an S response of ours an R block with an error asks for that again, whatever its number. */
static bool fits(const struct t1 *t1, enum awaited awaited, const struct block *asked, const struct block *last,
                 const struct block *in)
{
  switch (awaited) {
    case CONFIRMATION:
      return is_r(in) && number_in(in) != number_in(asked) && (is_i(last) || (in->pcb & 3) == 0);
    case I_BLOCK:
      return is_i(in) && number_in(in) == t1->nr;
    case S_RESPONSE:
      return in->pcb == (asked->pcb | RESPONSE) && (in->length == 0 || in->inf[0] == asked->inf[0]);
  }
  return false;
}

/* A request of the card. True when it is granted; `wait_factor` is how much longer the next block may take (rule 4). */
static bool grants(struct reader *r, const struct block *asked, const struct block *in, uint8_t *wait_factor)
{
  *wait_factor = 1;
  if (!is_s_request(in) || asked->pcb == RESYNCH) return false;
  switch (in->pcb) {
    case WTX:
      if (in->inf[0] != 0) *wait_factor = in->inf[0];
      ccid_extend(r, *wait_factor);
      return true;
    case IFS: /* 00 and FF are no sizes (rule 5) */
      if (in->inf[0] == 0 || in->inf[0] > MAX_INF) return false;
      r->t1.ifsc = in->inf[0];
      return true;
    case ABORT:
      return true;
    default: /* RESYNCH is the reader's to ask for */
      return false;
  }
}

/*
 * Sends `question` until what comes back fits, or its tries are used up. On the way the card may ask for time, a size or
 * an end (rules 4, 5, 8: no try is counted), and what is lost or damaged is asked for again (rules 2 and 7).
 */
static enum asked ask(struct reader *r, const struct block *question, enum awaited awaited, struct block *in)
{
  struct t1 *t1 = &r->t1;
  struct block last = *question, out = *question; /* `last` is what went last and was no complaint */
  uint8_t last_factor = 1, factor = 1;
  unsigned tries = 0, requests = 0;
  while (tries < MAX_TRIES && requests < MAX_CARD_REQUESTS && t1->blocks_left > 0) {
    t1->blocks_left--;
    say(r, &out);
    const enum heard heard = hear(r, t1->bwt_ms * factor, in);
    if (heard == HEARD_BROKEN_OFF) return MUST_END;
    if (heard == HEARD_BLOCK && fits(t1, awaited, question, &last, in)) return ANSWERED;
    if (heard == HEARD_BLOCK && grants(r, question, in, &factor)) {
      requests++;
      last = *in; /* the same byte goes back */
      last.pcb |= RESPONSE;
      last_factor = factor;
      out = last;
      if (in->pcb != ABORT) continue;
      say(r, &out);
      return CARD_ABORTED;
    }
    tries++;
    const bool asks_again = heard == HEARD_BLOCK && is_r(in) && !(is_i(&last) && number_in(in) != number_in(&last));
    if (asks_again) {
      out = last;
      factor = last_factor;
    } else {
      factor = 1;
      if (!is_r(&out) && !is_s_request(&out)) out = r_block(t1->nr, heard == HEARD_BAD_EDC ? R_EDC : R_OTHER);
    }
  }
  return UNANSWERED;
}

static enum asked ask_s(struct reader *r, uint8_t name, uint8_t length, uint8_t value)
{
  const struct block request = {.pcb = name, .length = length, .inf = {value}};
  struct block in;
  return ask(r, &request, S_RESPONSE, &in);
}

/* Puts the pieces of the answer behind what is there, and confirms each but the last (rule 3). */
static enum asked collect(struct reader *r, struct block *in)
{
  for (;;) { /* ends with the blocks of `ask`, or with the room for the answer */
    if (in->length > MAX_ANSWER - r->answer_length) return UNANSWERED;
    r->t1.nr ^= 1;
    memcpy(r->answer + r->answer_length, in->inf, in->length);
    r->answer_length += in->length;
    if ((in->pcb & MORE) == 0) return ANSWERED;
    const struct block confirmation = r_block(r->t1.nr, 0);
    const enum asked asked = ask(r, &confirmation, I_BLOCK, in);
    if (asked != ANSWERED) return asked;
  }
}

/* The command in pieces of the card's size, and its answer. */
static enum asked carry(struct reader *r, const uint8_t *command, size_t length)
{
  struct t1 *t1 = &r->t1;
  for (size_t sent = 0;;) { /* each piece costs a block */
    const size_t left = length - sent;
    const bool more = left > t1->ifsc;
    struct block piece = {.pcb = (uint8_t)((t1->ns ? NUMBER : 0) | (more ? MORE : 0))};
    piece.length = (uint8_t)(more ? t1->ifsc : left);
    memcpy(piece.inf, command + sent, piece.length);
    struct block in;
    const enum asked asked = ask(r, &piece, more ? CONFIRMATION : I_BLOCK, &in);
    if (asked != ANSWERED) return asked;
    t1->ns ^= 1;
    if (!more) return collect(r, &in);
    sent += piece.length;
  }
}

/* A session from the ATR on. BWT and CWT by rule 9 with F 372 and D 1: there is no PPS here. */
void t1_begin(struct reader *r)
{
  const struct atr *atr = &r->contact.atr;
  const uint32_t bwi = (uint32_t)atr->waiting >> 4, cwi = atr->waiting & 0x0fu;
  const uint32_t bwt_clocks = 11u * 372u + (960u * 372u << (bwi < MAX_BWI ? bwi : MAX_BWI));
  const uint32_t cwt_clocks = (11u + (1u << cwi)) * 372u;
  memset(&r->t1, 0, sizeof r->t1);
  r->t1.is_in_step = true;
  r->t1.blocks_left = MAX_BLOCKS;
  r->t1.ifsc = atr->ifsc;
  r->t1.bwt_ms = (bwt_clocks + CLOCK_KHZ - 1u) / CLOCK_KHZ + LINE_ALLOWANCE_MS;
  r->t1.cwt_ms = (cwt_clocks + CLOCK_KHZ - 1u) / CLOCK_KHZ + LINE_ALLOWANCE_MS;
}

/* FINE, or what the host is told. */
static int outcome_of(const struct reader *r, enum asked asked)
{
  switch (asked) {
    case ANSWERED:
      return FINE;
    case CARD_ABORTED:
      return ABORTED;
    case MUST_END:
      return r->broken_off;
    default:
      return r->t1.heard_anything ? PARITY : MUTE;
  }
}

/* T=1 with LRC; CRC is for vendor tests (notes 5, 11). */
static bool is_possible(const struct atr *atr)
{
  return atr->offers_t1 && !atr->wants_crc;
}

/* Tells the card once, right behind the ATR, how much we take at once (rule 5). Where T=1 is not possible says nothing. */
int t1_negotiate(struct reader *r)
{
  if (!is_possible(&r->contact.atr)) return FINE;
  return outcome_of(r, ask_s(r, IFS, 1, MAX_INF));
}

/* A command to the card; its answer goes behind what is in `answer`. Up to three times S(RESYNCH) and anew (rule 6). */
int t1_transceive(struct reader *r, const uint8_t *command, size_t length)
{
  struct t1 *t1 = &r->t1;
  const size_t answer_begins = r->answer_length;
  enum asked asked = UNANSWERED;
  if (!is_possible(&r->contact.atr)) return PROTOCOL_NOT_SUPPORTED;
  t1->heard_anything = false;
  t1->blocks_left = MAX_BLOCKS;
  for (unsigned resynchs = 0; resynchs <= MAX_RESYNCHS && !t1->is_dead; resynchs++) {
    if (!t1->is_in_step) {
      asked = ask_s(r, RESYNCH, 0, 0);
      t1->is_dead = asked == UNANSWERED; /* only power-on leaves that */
      if (asked != ANSWERED) break;
      t1->ns = t1->nr = 0;
      r->answer_length = answer_begins;
    }
    asked = carry(r, command, length);
    t1->is_in_step = asked == ANSWERED || asked == CARD_ABORTED;
    if (asked != UNANSWERED) break;
  }
  return outcome_of(r, asked);
}
