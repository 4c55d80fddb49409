/*
 * CCID over a serial line as the GemPC Twin family speaks it (notes 2):
 *
 *     message      03 06 <CCID message> LRC     LRC: exclusive or of all bytes before it, 03 and 06 included
 *     negative     03 15 16                     "send that again", both ways
 *     card moved   50 02 gone, 50 03 there      two bare bytes between frames, without LRC
 */
#include <string.h>

#include "reader.h"

#define SYNC 0x03
#define ACK 0x06
#define NAK 0x15
#define NAK_LRC 0x16
#define MOVED 0x50
#define GONE 0x02
#define THERE 0x03

/* Behind 03 06 and these five the length is known. */
#define LENGTH_KNOWN 7u
/* A frame that stands still for longer is broken off; an answer goes again three times (notes 11, our choice). */
#define MAX_GAP_MS 100u
#define MAX_RESENDS 3u
/* The host may be away for long; of many comings and goings the last ones are told. */
#define MAX_NOTICES 8u

static uint8_t lrc_of(const uint8_t *bytes, size_t length)
{
  uint8_t lrc = 0;
  for (size_t at = 0; at < length; at++) lrc ^= bytes[at];
  return lrc;
}

static void refuse(struct reader *r)
{
  static const uint8_t nak[] = {SYNC, NAK, NAK_LRC};
  r->line.state = LINE_IDLE;
  platform_write(&r->host, nak, sizeof nak);
}

/* NAK of the host: the same frame, byte for byte, so that no command is carried out twice. */
static void send_again(struct serial_line *line, struct port *host)
{
  line->state = LINE_IDLE;
  if (line->sent_length == 0 || line->resends >= MAX_RESENDS) return;
  line->resends++;
  platform_write(host, line->sent, line->sent_length);
}

static void take_frame(struct reader *r, uint8_t byte)
{
  struct serial_line *line = &r->line;
  line->frame[line->filled++] = byte;
  if (line->filled == LENGTH_KNOWN) {
    const uint32_t data_length = get_le32(line->frame + 3);
    if (data_length > MAX_PART) { /* refused before it is read: a length is a claim (notes 9 X05) */
      refuse(r);
      return;
    }
    line->wanted = 2u + HEADER + data_length + 1u;
  }
  if (line->filled < LENGTH_KNOWN || line->filled < line->wanted) return;
  line->state = LINE_IDLE;
  const size_t before_lrc = line->filled - 1u;
  if (lrc_of(line->frame, before_lrc) != line->frame[before_lrc]) refuse(r);
  else ccid_take(r, line->frame + 2, before_lrc - 2u);
}

/* One byte of the host. */
void line_take(struct reader *r, uint8_t byte)
{
  struct serial_line *line = &r->line;
  line->heard_ms = platform_ms();
  if (line->state == LINE_CONTROL && byte != ACK && byte != NAK) refuse(r); /* the byte may begin a better frame */
  switch (line->state) {
    case LINE_IDLE: /* what means nothing between frames is dropped without a word */
      if (byte == SYNC) line->state = LINE_CONTROL;
      break;
    case LINE_CONTROL:
      line->state = byte == ACK ? LINE_FRAME : LINE_NAK;
      line->frame[0] = SYNC;
      line->frame[1] = ACK;
      line->filled = 2;
      line->wanted = 0;
      break;
    case LINE_NAK:
      if (byte == NAK_LRC) send_again(line, &r->host);
      else refuse(r);
      break;
    case LINE_FRAME:
      take_frame(r, byte);
      break;
  }
}

/* Called again and again: a frame whose rest does not come is broken off. */
void line_watch(struct reader *r)
{
  if (r->line.state != LINE_IDLE && platform_ms() - r->line.heard_ms > MAX_GAP_MS) refuse(r);
}

/* The movements the host does not know of, oldest first: the slot went there and back, so each is the other of the next. */
static void tell_movements(struct reader *r)
{
  for (; r->line.notices > 0; r->line.notices--) {
    const bool is_there = r->contact.is_present == (r->line.notices % 2u == 1u);
    const uint8_t notice[] = {MOVED, is_there ? THERE : GONE};
    platform_write(&r->host, notice, sizeof notice);
  }
}

/* The card came or went: told with the next answer, or at once where the host asked for that (Escape 01 01 00). */
void line_moved(struct reader *r)
{
  r->line.notices++;
  if (r->line.notices > MAX_NOTICES) r->line.notices -= 2u;
  if (r->line.notices_at_once) tell_movements(r);
}

/* Sends an answer of at most MAX_MESSAGE bytes, behind the notices that wait for it. */
void line_answer(struct reader *r, const uint8_t header[HEADER], const uint8_t *data, size_t length)
{
  struct serial_line *line = &r->line;
  uint8_t *frame = line->sent;
  frame[0] = SYNC;
  frame[1] = ACK;
  memcpy(frame + 2, header, HEADER);
  if (length > 0) memcpy(frame + 2 + HEADER, data, length);
  const size_t before_lrc = 2u + HEADER + length;
  frame[before_lrc] = lrc_of(frame, before_lrc);
  line->sent_length = before_lrc + 1u;
  line->resends = 0;
  tell_movements(r);
  platform_write(&r->host, frame, line->sent_length);
}
