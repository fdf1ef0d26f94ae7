/// A line editor over libedit's wide-character interface, with UTF-8 on the outside.
///
/// libedit is configured through variadic functions (`el_wset`, `history_w`), which Swift cannot call; this
/// shim makes plain functions of the ones that the host needs. Nothing here knows what a line means.
#ifndef CEDITLINE_H
#define CEDITLINE_H

#include <stddef.h>

typedef struct ce_editor ce_editor;

/// What the editor does after a call-back.
typedef enum ce_reaction {
  /// Draws what changed in the line.
  ce_reaction_refresh = 0,
  /// Draws prompt and line anew, below what the call-back has printed.
  ce_reaction_redisplay = 1,
  /// Draws what changed and beeps.
  ce_reaction_beep = 2
} ce_reaction;

/// How reading a line ended.
typedef enum ce_outcome {
  ce_outcome_line = 0,
  /// Ctrl-D on an empty line, or the end of the input.
  ce_outcome_end = 1,
  /// Ctrl-C.
  ce_outcome_cancelled = 2
} ce_outcome;

/// Called when Tab is pressed, with the context given to `ce_open`.
typedef ce_reaction (*ce_complete)(void *context, ce_editor *editor);

/// Takes the user's locale for characters, or C.UTF-8 where that is not UTF-8. Returns 0 if neither exists.
int ce_use_utf8_locale(void);

/// An editor on the standard streams; NULL when the terminal cannot be used.
ce_editor *ce_open(const char *program, ce_complete complete, void *context);
void ce_close(ce_editor *editor);

/// The prompt of the next line, UTF-8. Text between two U+0001 takes no room (colour).
void ce_set_prompt(ce_editor *editor, const char *prompt);

/// Reads one line (pasted text may hold several, parted by \n). The caller frees it; NULL unless a line.
char *ce_read(ce_editor *editor, ce_outcome *outcome);

/// Adds an entry to the history that the arrow keys and Ctrl-R go through.
void ce_add_history(ce_editor *editor, const char *entry);

/// The line as it stands, and the cursor as a byte offset in it. The caller frees it.
char *ce_text(ce_editor *editor, size_t *cursor);

/// Replaces `count` characters (Unicode scalars) before the cursor with `text`. Returns 0 when there is no room.
int ce_replace_before_cursor(ce_editor *editor, int count, const char *text);

/// Has `caught` called on a thread of its own for each SIGINT from now on. Returns 0 if that cannot be set up.
int ce_watch_interrupts(void (*caught)(void *context), void *context);

#endif
