#include "CEditline.h"
#include "wide.h"

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct ce_editor {
  EditLine *line;
  HistoryW *history;
  wchar_t *prompt;
  ce_complete complete;
  void *context;
  int cancelled;
};

int ce_use_utf8_locale(void) {
  if (setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

static ce_editor *editor_of(EditLine *line) {
  void *editor = NULL;
  el_wget(line, EL_CLIENTDATA, &editor);
  return editor;
}

static wchar_t *prompt_of(EditLine *line) {
  static wchar_t none[] = L"";
  ce_editor *editor = editor_of(line);
  return editor != NULL && editor->prompt != NULL ? editor->prompt : none;
}

static unsigned char on_complete(EditLine *line, int key) {
  (void)key;
  ce_editor *editor = editor_of(line);
  if (editor == NULL || editor->complete == NULL) return CC_ERROR;
  switch (editor->complete(editor->context, editor)) {
  case ce_reaction_redisplay: return CC_REDISPLAY;
  case ce_reaction_beep: return CC_REFRESH_BEEP;
  default: return CC_REFRESH;
  }
}

/// Ctrl-C: shows `^C` behind the line and ends it; `ce_read` then throws it away. The newline goes through
/// the input queue so that libedit itself leaves the line, wherever the cursor stands.
static unsigned char on_cancel(EditLine *line, int key) {
  (void)key;
  ce_editor *editor = editor_of(line);
  if (editor == NULL) return CC_ERROR;
  const LineInfoW *info = el_wline(line);
  el_cursor(line, (int)(info->lastchar - info->cursor));
  el_winsertstr(line, L"^C");
  editor->cancelled = 1;
  el_wpush(line, L"\n");
  return CC_REFRESH;
}

/// Text between the marks of a bracketed paste goes into the line as it is: a line end does not end the
/// input, a tab does not complete.
static unsigned char on_paste(EditLine *line, int key) {
  (void)key;
  static const wchar_t end[] = L"\033[201~";
  const size_t end_length = 6;
  size_t matched = 0, count = 0, room = 256;
  wchar_t *text = malloc((room + 1) * sizeof(wchar_t));
  wchar_t character;
  while (text != NULL && el_wgetc(line, &character) == 1) {
    if (count + 1 >= room) {
      room *= 2;
      wchar_t *larger = realloc(text, (room + 1) * sizeof(wchar_t));
      if (larger == NULL) break;
      text = larger;
    }
    text[count++] = character == L'\r' ? L'\n' : character == L'\t' ? L' ' : character;
    matched = character == end[matched] ? matched + 1 : character == end[0];
    if (matched == end_length) {
      count -= end_length;
      break;
    }
  }
  if (text == NULL) return CC_ERROR;
  while (count > 0 && text[count - 1] == L'\n') count--;
  text[count] = 0;
  int failed = count > 0 && el_winsertstr(line, text) != 0;
  free(text);
  return failed ? CC_ERROR : CC_REFRESH;
}

static void bind_keys(EditLine *line) {
  static const wchar_t *const keys[][2] = {
    {L"^I", L"dudao-complete"},       {L"^C", L"dudao-cancel"},
    {L"\033[200~", L"dudao-paste"},   {L"^R", L"em-inc-search-prev"},
    {L"^S", L"em-inc-search-next"},   {L"^W", L"ed-delete-prev-word"},
    {L"^P", L"ed-prev-history"},      {L"^N", L"ed-next-history"},
    {L"\033[3~", L"ed-delete-next-char"},
    {L"\033[H", L"ed-move-to-beg"},   {L"\033[F", L"ed-move-to-end"},
    {L"\033[1~", L"ed-move-to-beg"},  {L"\033[4~", L"ed-move-to-end"},
    {L"\033OH", L"ed-move-to-beg"},   {L"\033OF", L"ed-move-to-end"},
    {L"\033[1;5D", L"ed-prev-word"},  {L"\033[1;5C", L"em-next-word"},
  };
  el_wset(line, EL_ADDFN, L"dudao-complete", L"Complete the word before the cursor", on_complete);
  el_wset(line, EL_ADDFN, L"dudao-cancel", L"Throw the line away", on_cancel);
  el_wset(line, EL_ADDFN, L"dudao-paste", L"Insert pasted text", on_paste);
  for (size_t index = 0; index < sizeof keys / sizeof keys[0]; index++)
    el_wset(line, EL_BIND, keys[index][0], keys[index][1], NULL);
  // Ctrl-C as a key while typing; once a line is read the terminal makes a signal of it again.
  el_wset(line, EL_SETTY, L"-d", L"-isig", NULL);
}

/// libedit counts characters, not columns, when it has the terminal insert or delete within a line, so a wide
/// character is cut in half. Without these capabilities it draws the rest of the line anew.
static void forbid_partial_drawing(EditLine *line) {
  static const wchar_t *const capabilities[] = {L"im", L"ic", L"IC", L"dm", L"dc", L"DC"};
  for (size_t index = 0; index < sizeof capabilities / sizeof capabilities[0]; index++)
    el_wset(line, EL_SETTC, capabilities[index], L"", NULL);
}

ce_editor *ce_open(const char *program, ce_complete complete, void *context) {
  ce_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->complete = complete;
  editor->context = context;
  editor->line = el_init(program, stdin, stdout, stderr);
  editor->history = history_winit();
  if (editor->line == NULL || editor->history == NULL) {
    ce_close(editor);
    return NULL;
  }
  HistEventW event;
  history_w(editor->history, &event, H_SETSIZE, 10000);
  history_w(editor->history, &event, H_SETUNIQUE, 1);
  el_wset(editor->line, EL_CLIENTDATA, editor);
  el_wset(editor->line, EL_PROMPT_ESC, prompt_of, L'\1');
  el_wset(editor->line, EL_EDITOR, L"emacs");
  el_wset(editor->line, EL_SIGNAL, 0);
  el_wset(editor->line, EL_HIST, history_w, editor->history);
  bind_keys(editor->line);
  forbid_partial_drawing(editor->line);
  el_source(editor->line, NULL);
  return editor;
}

void ce_close(ce_editor *editor) {
  if (editor == NULL) return;
  if (editor->line != NULL) el_end(editor->line);
  if (editor->history != NULL) history_wend(editor->history);
  free(editor->prompt);
  free(editor);
}

void ce_set_prompt(ce_editor *editor, const char *prompt) {
  free(editor->prompt);
  editor->prompt = ce_wide(prompt);
}

/// Asks the terminal to bracket pasted text, or no longer to do so.
static void bracket_paste(int on) {
  const char *sequence = on ? "\033[?2004h" : "\033[?2004l";
  fputs(sequence, stdout);
  fflush(stdout);
}

char *ce_read(ce_editor *editor, ce_outcome *outcome) {
  int count = 0;
  editor->cancelled = 0;
  bracket_paste(1);
  // Else the prompt shows before the terminal is ready, and what is typed at once would be echoed twice.
  el_wset(editor->line, EL_PREP_TERM, 1);
  const wchar_t *line = el_wgets(editor->line, &count);
  bracket_paste(0);
  if (line == NULL || count <= 0) {
    *outcome = ce_outcome_end;
    return NULL;
  }
  if (editor->cancelled) {
    *outcome = ce_outcome_cancelled;
    return NULL;
  }
  *outcome = ce_outcome_line;
  return ce_narrow(line, line[count - 1] == L'\n' ? count - 1 : count);
}

void ce_add_history(ce_editor *editor, const char *entry) {
  wchar_t *wide = ce_wide(entry);
  if (wide == NULL) return;
  HistEventW event;
  history_w(editor->history, &event, H_ENTER, wide);
  free(wide);
}

char *ce_text(ce_editor *editor, size_t *cursor) {
  const LineInfoW *info = el_wline(editor->line);
  *cursor = ce_narrow_size(info->buffer, info->cursor - info->buffer);
  return ce_narrow(info->buffer, info->lastchar - info->buffer);
}

int ce_replace_before_cursor(ce_editor *editor, int count, const char *text) {
  wchar_t *wide = ce_wide(text);
  if (wide == NULL) return 0;
  if (count > 0) el_wdeletestr(editor->line, count);
  int done = wide[0] == 0 || el_winsertstr(editor->line, wide) == 0;
  free(wide);
  return done;
}
